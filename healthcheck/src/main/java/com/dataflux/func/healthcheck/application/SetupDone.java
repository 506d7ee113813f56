package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.time.Duration;

/// The first-run setup is done, so that nobody else can do it.
final class SetupDone extends Check {
  private static final Duration LONG = Duration.ofDays(3);

  private final Cause open = warning("open");

  SetupDone() {
    super("application.setup", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    String code = site.installation().data() + "/setup-code";
    boolean stale =
        site.files().exists(code) && site.files().modified(code).isBefore(site.now().minus(LONG));
    return stale ? open.alone(code) : Verdict.healthy("-");
  }
}
