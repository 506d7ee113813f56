package com.dataflux.func.healthcheck.site;

import java.util.List;

/// What to try, from the host and from inside a worker alike.
///
/// @param nameServers whether to ask the name servers; not where the host has none either, since a
///   container then has those of the engine's maker, out of reach
/// @param names to resolve
/// @param endpoints `host:port` to connect to
/// @param targets addresses, names or URLs that the operator wants reached
public record Questions(
    boolean nameServers, List<String> names, List<String> endpoints, List<String> targets) {

  public Questions {
    names = List.copyOf(names);
    endpoints = List.copyOf(endpoints);
    targets = List.copyOf(targets);
  }
}
