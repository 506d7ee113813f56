package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.RedisView;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.display.Quantity;
import java.util.ArrayList;
import java.util.List;

/// Redis throws no task away, and has memory left.
final class RedisMemory extends Check {
  private final Cause evicts = warning("evicts");
  private final Cause full = fault("full");

  RedisMemory() {
    super("network.redis-memory", Vantage.WORKER, Section.TEST_FUNCTION_SILENT);
  }

  @Override
  public Verdict examine(Site site) {
    RedisView redis = Redis.signedIn(site);
    String policy =
        redis.info("maxmemory-policy").isEmpty()
            ? redis.info("maxmemory_policy")
            : redis.info("maxmemory-policy");
    long most = Redis.number(redis, "maxmemory");
    long used = Redis.number(redis, "used_memory");
    List<Finding> findings = new ArrayList<>();
    if (most > 0 && !policy.isEmpty() && !policy.equals("noeviction")) {
      findings.add(evicts.found(policy));
    }
    if (most > 0 && used > most * 0.95) {
      findings.add(full.found(Quantity.bytes(used), Quantity.bytes(most)));
    }
    return Verdict.of("%s, %s".formatted(policy, Quantity.bytes(used)), findings);
  }
}
