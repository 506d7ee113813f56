package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;

/// The host knows its time zone.
final class LocalTime extends Check {
  private final Cause unreadable = warning("unreadable");

  LocalTime() {
    super("host.time-zone", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    String file = "/etc/localtime";
    return site.files().isDanglingLink(file)
        ? unreadable.alone(file, site.files().link(file))
        : Verdict.healthy(site.files().link(file));
  }
}
