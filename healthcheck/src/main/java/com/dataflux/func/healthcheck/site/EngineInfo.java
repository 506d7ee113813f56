package com.dataflux.func.healthcheck.site;

import java.util.List;

/// What the engine says of itself.
///
/// @param minimumApi the oldest API it speaks, such as `1.24`
/// @param security options such as `name=rootless` and `name=selinux`
/// @param swarmState `active`, `inactive`, `pending`, `error` or `locked`
/// @param swarmAddress the address that other nodes know it by; empty outside a Swarm
public record EngineInfo(
    String version,
    String minimumApi,
    String rootDirectory,
    String storageDriver,
    boolean liveRestore,
    List<String> security,
    String httpProxy,
    String noProxy,
    String swarmState,
    String swarmAddress,
    String nodeId,
    boolean manager) {

  public EngineInfo {
    security = List.copyOf(security);
  }

  public boolean swarmIsActive() {
    return swarmState.equals("active");
  }
}
