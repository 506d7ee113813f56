package com.dataflux.func.testbed;

/// A socket that waits for others.
///
/// @param protocol `tcp` or `udp`
/// @param address it is bound to; `0.0.0.0`, `[::]` or `*` for all
public record ListeningSocket(String protocol, String address, int port) {

  /// Whether another host can reach it.
  public boolean forOtherHosts() {
    return !address.startsWith("127.") && !address.equals("[::1]");
  }

  /// Reads a line of `ss -Hlnut`.
  static ListeningSocket parse(String line) {
    String[] fields = line.strip().split("\\s+", -1);
    int colon = fields[4].lastIndexOf(':');
    String address = fields[4].substring(0, colon).replaceAll("%.*", "");
    return new ListeningSocket(
        fields[0], address, Integer.parseInt(fields[4].substring(colon + 1)));
  }
}
