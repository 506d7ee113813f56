package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.display.Quantity;
import java.util.List;

/// The next dump has room.
final class DumpSpace extends Check {
  private final Cause none = warning("none");

  DumpSpace() {
    super("application.dump-space", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    List<Dumps.Dump> dumps = Dumps.of(site);
    if (dumps.isEmpty()) {
      return Verdict.healthy("-");
    }
    long needed = dumps.getLast().size() * 2;
    long free = site.files().freeSpace(Dumps.directory(site));
    return free < needed
        ? none.alone(Dumps.directory(site), Quantity.bytes(free), Quantity.bytes(needed))
        : Verdict.healthy(Quantity.bytes(free));
  }
}
