package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Check;
import java.util.List;

/// Every check of the engine.
public final class EngineChecks {
  private EngineChecks() {}

  public static List<Check> all() {
    return List.of(
        new EnginePresent(),
        new EngineKind(),
        new EngineVersion(),
        new EngineSettings(),
        new LiveRestore(),
        new StorageDriver(),
        new EngineStart(),
        new EngineProxy(),
        new EngineLog(),
        new SwarmActive(),
        new SwarmAddress(),
        new NodeReady(),
        new AddressPools(),
        new IngressNetwork(),
        new StackImages());
  }
}
