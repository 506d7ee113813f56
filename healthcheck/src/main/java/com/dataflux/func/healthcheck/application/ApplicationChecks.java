package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Check;
import java.util.List;

/// Every check of the application and of its dumps.
public final class ApplicationChecks {
  private ApplicationChecks() {}

  public static List<Check> all() {
    return List.of(
        new RootPage(),
        new Ping(),
        new HostAddresses(),
        new PublicAddress(),
        new TestFunction(),
        new Queues(),
        new FailedCalls(),
        new SetupDone(),
        new DumpAge(),
        new DumpWhole(),
        new DumpSize(),
        new DumpSpace(),
        new DumpsKept());
  }
}
