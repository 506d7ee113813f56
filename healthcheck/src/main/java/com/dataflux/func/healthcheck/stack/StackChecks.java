package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Check;
import java.util.List;

/// Every check of the stack.
public final class StackChecks {
  private StackChecks() {}

  public static List<Check> all() {
    return List.of(
        new StackFile(),
        new Configuration(),
        new ServicesPresent(),
        new RestartLoop(),
        new ContainerHealth(),
        new Applied(),
        new PortPublished(),
        new OneBeat(),
        new OneVersion(),
        new Directories(),
        new Modes(),
        new Logrotate(),
        new LogSize(),
        new ImageResolution());
  }
}
