package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;

/// No more dumps are kept than the configuration says.
final class DumpsKept extends Check {
  private final Cause tooMany = warning("too-many");

  DumpsKept() {
    super("application.dump-count", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    String limit = site.installation().setting("DB_AUTO_BACKUP_LIMIT", "168");
    int most = limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : 168;
    int kept = Dumps.of(site).size();
    return kept > most + 5
        ? tooMany.alone(kept, most)
        : Verdict.healthy("%d / %d".formatted(kept, most));
  }
}
