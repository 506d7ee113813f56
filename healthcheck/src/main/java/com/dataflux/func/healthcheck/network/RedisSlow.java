package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;

/// Redis answers at once.
final class RedisSlow extends Check {
  private final Cause slow = warning("slow");

  RedisSlow() {
    super("network.redis-slow", Vantage.WORKER, Section.TEST_FUNCTION_SILENT);
  }

  @Override
  public Verdict examine(Site site) {
    int slowCommands = Redis.signedIn(site).slow();
    return slowCommands > 20 ? slow.alone(slowCommands) : Verdict.healthy(slowCommands);
  }
}
