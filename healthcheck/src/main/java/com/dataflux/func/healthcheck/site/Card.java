package com.dataflux.func.healthcheck.site;

import java.util.List;

/// A network card of the host, or a bridge.
///
/// @param connected up, and with a cable that carries a signal
/// @param addresses with the length of their prefix, such as `192.168.1.5/24`
public record Card(String name, boolean connected, int mtu, List<String> addresses) {

  public Card {
    addresses = List.copyOf(addresses);
  }

  /// Whether containers, not people, are behind it.
  public boolean isOfContainers() {
    return name.startsWith("docker") || name.startsWith("br-") || name.startsWith("veth");
  }

  public boolean isLoopback() {
    return name.equals("lo");
  }
}
