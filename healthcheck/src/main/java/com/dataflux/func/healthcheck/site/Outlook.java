package com.dataflux.func.healthcheck.site;

import java.util.Map;

/// What can be reached from one place, host or worker.
///
/// @param nameServers whether each configured name server answers at all
/// @param names whether each name has an address
/// @param endpoints how connecting to each `host:port` ended
/// @param targets how reaching each address or URL the operator named ended
public record Outlook(
    Map<String, Boolean> nameServers,
    Map<String, Boolean> names,
    Map<String, Reach> endpoints,
    Map<String, Reach> targets) {

  public Outlook {
    nameServers = Map.copyOf(nameServers);
    names = Map.copyOf(names);
    endpoints = Map.copyOf(endpoints);
    targets = Map.copyOf(targets);
  }

  public static final Outlook NOTHING = new Outlook(Map.of(), Map.of(), Map.of(), Map.of());
}
