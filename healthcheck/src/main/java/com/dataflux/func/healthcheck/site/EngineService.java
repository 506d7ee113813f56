package com.dataflux.func.healthcheck.site;

import java.util.List;

/// A service of the stack.
///
/// @param name without the stack's name
/// @param image the reference it is to run, without a digest
/// @param wanted how many tasks it is to have
/// @param virtualAddress whether it is reached by a virtual address, which needs IPVS
public record EngineService(
    String id,
    String name,
    String image,
    int wanted,
    boolean virtualAddress,
    List<PublishedPort> ports) {

  public EngineService {
    ports = List.copyOf(ports);
  }

  /// A port of the container, `target`, reached from outside as `published`.
  ///
  /// @param mode `host` or `ingress`
  public record PublishedPort(int published, int target, String mode) {}
}
