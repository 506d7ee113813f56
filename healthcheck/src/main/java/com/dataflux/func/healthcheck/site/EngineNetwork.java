package com.dataflux.func.healthcheck.site;

import java.util.List;

/// A network of the engine.
public record EngineNetwork(String name, String driver, boolean ingress, List<String> subnets) {

  public EngineNetwork {
    subnets = List.copyOf(subnets);
  }
}
