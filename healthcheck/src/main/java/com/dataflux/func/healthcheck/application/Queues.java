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
import java.util.Set;

/// Work queues are worked off.
final class Queues extends Check {
  private static final long MANY = 200;
  private static final long BLOCKED = 2000;
  private static final long OLD_SECONDS = 300;

  /// Queues of batch calls, which may wait long and work off many.
  private static final Set<Integer> BATCH = Set.of(8, 9);

  private static final String QUEUE = "DataFluxFunc-worker#workerQueue@";

  /// Tasks join a queue at its end and leave it at its head, so those set aside come back in their
  /// order, before what has joined since.
  private static final String PUT_BACK =
      "while redis.call('RPOPLPUSH', KEYS[1], KEYS[2]) do end return redis.call('LLEN', KEYS[2])";

  private final Cause blocked = fault("blocked", Queues::empty);
  private final Cause old = fault("old", Queues::empty);
  private final Cause growing = warning("growing", Queues::empty);
  private final Cause batchOld = warning("batch-old");
  private final Cause batchGrowing = warning("batch-growing");

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
      findings.add((BATCH.contains(queue) ? batchOld : old).found(queue, length, oldest));
    } else if (length >= MANY) {
      findings.add((BATCH.contains(queue) ? batchGrowing : growing).found(queue, length));
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
        Run.of("docker", "exec", id, "redis-cli", "-e", "-n", database, "RENAME", queue, aside)
            .undoneBy(
                "docker",
                "exec",
                id,
                "redis-cli",
                "-e",
                "-n",
                database,
                "EVAL",
                PUT_BACK,
                "2",
                aside,
                queue));
  }
}
