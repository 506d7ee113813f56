package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.display.Quantity;

/// The host does not live on its swap space.
final class Swap extends Check {
  private final Cause used = warning("used");

  Swap() {
    super("host.swap", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    MemoryFigures memory = new MemoryFigures(site.files());
    long total = memory.kilobytes("SwapTotal");
    long taken = total - memory.kilobytes("SwapFree");
    boolean shortOfMemory = memory.kilobytes("MemAvailable") < memory.kilobytes("MemTotal") / 10;
    return total > 0 && taken > total * 0.8 && shortOfMemory
        ? used.alone(Quantity.bytes(taken * 1024), Quantity.bytes(total * 1024))
        : Verdict.healthy(Quantity.bytes(taken * 1024));
  }
}
