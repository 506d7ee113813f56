package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.display.Quantity;
import java.util.List;

/// The last dump is not much smaller than those before it.
final class DumpSize extends Check {
  private final Cause shrunk = warning("shrunk");

  DumpSize() {
    super("application.dump-size", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    List<Dumps.Dump> dumps = Dumps.of(site);
    if (dumps.size() < 3) {
      return Verdict.healthy("-");
    }
    long last = dumps.getLast().size();
    long before =
        dumps.subList(Math.max(0, dumps.size() - 6), dumps.size() - 1).stream()
            .mapToLong(Dumps.Dump::size)
            .sorted()
            .skip((Math.min(5, dumps.size() - 1) - 1) / 2)
            .findFirst()
            .orElse(0);
    return last < before / 2
        ? shrunk.alone(dumps.getLast().name(), Quantity.bytes(last), Quantity.bytes(before))
        : Verdict.healthy(Quantity.bytes(last));
  }
}
