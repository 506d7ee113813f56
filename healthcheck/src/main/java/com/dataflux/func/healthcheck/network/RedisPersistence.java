package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.RedisView;
import com.dataflux.func.healthcheck.site.Site;

/// Redis keeps tasks when it stops.
final class RedisPersistence extends Check {
  private final Cause off = warning("off");
  private final Cause failing = fault("failing");

  RedisPersistence() {
    super("network.redis-persistence", Vantage.WORKER);
  }

  @Override
  public Verdict examine(Site site) {
    RedisView redis = Redis.signedIn(site);
    boolean aof = redis.info("aof_enabled").equals("1");
    if (redis.info("aof_last_write_status").equals("err")
        || redis.info("rdb_last_bgsave_status").equals("err")) {
      return failing.alone();
    }
    return aof || !redis.info("save").isEmpty()
        ? Verdict.healthy(aof ? "AOF" : "RDB")
        : off.alone();
  }
}
