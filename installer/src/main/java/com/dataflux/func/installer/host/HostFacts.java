package com.dataflux.func.installer.host;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an install needs to know of a host before it decides.
///
/// @param architecture as images call it: `amd64`, `arm64`, or the kernel's own word
/// @param memoryBytes all there is, used or not
/// @param missing what containers need and this host lacks, in words
/// @param addresses IPv4 addresses that other hosts may know, best first
/// @param listeners who listens on which TCP port
/// @param clock the host's idea of now
/// @param systemd whether systemd runs the host
public record HostFacts(
    boolean root,
    String architecture,
    int cpus,
    long memoryBytes,
    Set<String> missing,
    List<String> addresses,
    List<Listener> listeners,
    Instant clock,
    boolean systemd) {

  /// Who listens on a port of this host, if anybody does.
  public Optional<Listener> listenerOn(int port) {
    return listeners.stream().filter(listener -> listener.port() == port).findFirst();
  }
}
