package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.network.Redis;
import com.dataflux.func.healthcheck.site.EngineContainer;
import com.dataflux.func.healthcheck.site.RedisView;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Work queues are worked off.
final class Queues extends Check {
  private static final long MANY = 200;
  private static final long BLOCKED = 2000;
  private static final long OLD_SECONDS = 300;

  /// Where a queue's tasks go when it is emptied, so that they can come back.
  private static final String QUEUE = "DataFluxFunc-worker#workerQueue@";

  private final Cause blocked = fault("blocked", Queues::empty);
  private final Cause old = fault("old", Queues::empty);
  private final Cause growing = warning("growing", Queues::empty);

  Queues() {
    super("application.queues", Vantage.WORKER, Section.TEST_FUNCTION_SILENT);
  }

  @Override
  public Verdict examine(Site site) {
    RedisView redis = Redis.signedIn(site);
    List<Finding> findings = new ArrayList<>();
    redis
        .queues()
        .forEach(
            (queue, length) ->
                judge(queue, length, redis.oldest().getOrDefault(queue, 0L), findings));
    return Verdict.of(
        redis.queues().values().stream().mapToLong(Long::longValue).sum() + "", findings);
  }

  private void judge(int queue, long length, long oldest, List<Finding> findings) {
    if (length >= BLOCKED) {
      findings.add(blocked.found(queue, length));
    } else if (oldest > OLD_SECONDS) {
      findings.add(old.found(queue, length, oldest));
    } else if (length >= MANY) {
      findings.add(growing.found(queue, length));
    }
  }

  /// The tasks are set aside under another name, so that they can be put back.
  private static List<Change> empty(Site site, Finding finding) {
    Optional<EngineContainer> redis =
        site.engine().containers().stream()
            .filter(container -> container.service().equals("redis") && container.isRunning())
            .findFirst();
    if (redis.isEmpty()) {
      return List.of();
    }
    String queue = QUEUE + finding.values().getFirst();
    String aside = queue + ":emptied-" + site.now().getEpochSecond();
    String id = redis.get().id();
    String database = site.installation().connections().redis().database();
    return List.of(
        Run.of("docker", "exec", id, "redis-cli", "-n", database, "RENAME", queue, aside)
            .undoneBy("docker", "exec", id, "redis-cli", "-n", database, "RENAME", aside, queue));
  }
}
