package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.display.Quantity;

/// The log does not eat the disk.
final class LogSize extends Check {
  private static final long LARGE = 1_000_000_000;

  private final Cause large = warning("large");

  LogSize() {
    super("stack.log-size", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    String directory = site.installation().data() + "/logs";
    long size =
        site.files().list(directory).stream()
            .mapToLong(name -> site.files().size(directory + "/" + name))
            .sum();
    return size > LARGE
        ? large.alone(directory, Quantity.bytes(size))
        : Verdict.healthy(Quantity.bytes(size));
  }
}
