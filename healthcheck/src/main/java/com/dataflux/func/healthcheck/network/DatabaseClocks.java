package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.MysqlView;
import com.dataflux.func.healthcheck.site.RedisView;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;

/// The databases' clocks agree with the host's.
final class DatabaseClocks extends Check {
  private static final long TOLERANCE_SECONDS = 60;

  private final Cause apart = warning("apart");

  DatabaseClocks() {
    super("network.clocks", Vantage.WORKER);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    site.fromWorker()
        .mysql()
        .filter(MysqlView::answered)
        .ifPresent(view -> judge("MySQL", view.secondsAhead(), findings));
    site.fromWorker()
        .redis()
        .filter(RedisView::answered)
        .ifPresent(view -> judge("Redis", view.secondsAhead(), findings));
    return Verdict.of("0 s", findings);
  }

  private void judge(String name, long secondsAhead, List<Finding> findings) {
    if (Math.abs(secondsAhead) > TOLERANCE_SECONDS) {
      findings.add(apart.found(name, secondsAhead));
    }
  }
}
