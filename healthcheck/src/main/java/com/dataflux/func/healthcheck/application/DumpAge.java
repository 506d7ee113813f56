package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation;
import com.dataflux.func.healthcheck.site.Site;
import java.time.Duration;
import java.util.List;

/// There is a dump, and it is not old.
final class DumpAge extends Check {
  private static final Duration PATIENCE = Duration.ofHours(3);

  private final Cause missing = warning("missing");
  private final Cause old = warning("old");

  DumpAge() {
    super("application.dump-age", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    if (!Dumps.areMade(site)
        || !site.installation()
            .setting("_CRONTAB_AUTO_BACKUP_DB", "0 * * * *")
            .equals("0 * * * *")) {
      return Verdict.healthy("-");
    }
    List<Dumps.Dump> dumps = Dumps.of(site);
    if (dumps.isEmpty()) {
      boolean fresh =
          !site.files().exists(Installation.RECORD)
              || site.files().modified(Installation.RECORD).isAfter(site.now().minus(PATIENCE));
      return fresh ? Verdict.healthy("-") : missing.alone(Dumps.directory(site));
    }
    Duration age = Duration.between(dumps.getLast().made(), site.now());
    return age.compareTo(PATIENCE) > 0
        ? old.alone(dumps.getLast().name(), age.toHours())
        : Verdict.healthy(dumps.getLast().name());
  }
}
