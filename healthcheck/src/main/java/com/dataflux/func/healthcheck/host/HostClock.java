package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation;
import com.dataflux.func.healthcheck.site.Site;
import java.time.Duration;
import java.time.Instant;

/// The host's clock can be right.
final class HostClock extends Check {
  private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Duration TOLERANCE = Duration.ofHours(1);

  private final Cause impossible = fault("impossible");
  private final Cause wentBack = fault("went-back");

  HostClock() {
    super("host.clock", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    Instant now = site.now();
    if (now.isBefore(EARLIEST) || now.isAfter(LATEST)) {
      return impossible.alone(now);
    }
    if (site.files().exists(Installation.RECORD)) {
      Instant installed = site.files().modified(Installation.RECORD);
      if (installed.isAfter(now.plus(TOLERANCE))) {
        return wentBack.alone(now, installed);
      }
    }
    return Verdict.healthy(now);
  }
}
