package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.RedisView;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;

/// Redis is 4.0 or later, one server or a primary, never a cluster.
final class RedisKind extends Check {
  private final Cause cluster = fault("cluster");
  private final Cause tooOld = fault("too-old");
  private final Cause replica = fault("replica");

  RedisKind() {
    super("network.redis-kind", Vantage.WORKER, Section.INTRODUCTION, Section.TEST_FUNCTION_SILENT);
  }

  @Override
  public Verdict examine(Site site) {
    RedisView redis = Redis.signedIn(site);
    String endpoint = site.installation().connections().redis().endpoint();
    List<Finding> findings = new ArrayList<>();
    if (redis.info("cluster_enabled").equals("1")) {
      findings.add(cluster.found(endpoint));
    }
    if (Mysql.number(redis.info("redis_version") + ".0") < 4_000_000) {
      findings.add(tooOld.found(redis.info("redis_version")));
    }
    if (redis.info("role").equals("slave")) {
      findings.add(replica.found(endpoint));
    }
    return Verdict.of(redis.info("redis_version"), findings);
  }
}
