package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineService;
import com.dataflux.func.healthcheck.site.EngineTask;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// No service starts over and over.
final class RestartLoop extends Check {
  private static final Duration LOOKED_BACK = Duration.ofMinutes(10);
  private static final Duration SETTLED = Duration.ofSeconds(20);
  private static final int MANY = 3;
  private static final int LINES = 12;

  private final Cause loop = fault("loop");
  private final Cause outOfMemory = fault("out-of-memory");
  private final Cause cannotStart = fault("cannot-start");

  RestartLoop() {
    super("stack.restarts", Vantage.HOST, Section.RESTART_LOOP, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    for (EngineService service : site.engine().services()) {
      List<EngineTask> failed =
          site.engine().tasks().stream()
              .filter(task -> task.service().equals(service.id()) && failedByItself(task))
              .filter(task -> task.changed().isAfter(site.now().minus(LOOKED_BACK)))
              .sorted(Comparator.comparing(EngineTask::changed))
              .toList();
      if (failed.size() >= MANY && !isOver(site, service, failed)) {
        findings.add(explain(site, service, failed));
      }
    }
    return Verdict.of("0", findings);
  }

  /// A container lost to a restart of the engine counts as failed too, with no exit code.
  private static boolean failedByItself(EngineTask task) {
    return task.hasFailed() && (task.exitCode() != 0 || task.container().isEmpty());
  }

  /// Whether a task has run for much longer than those before it did.
  private static boolean isOver(Site site, EngineService service, List<EngineTask> failed) {
    Instant first = failed.getFirst().changed();
    Instant last = failed.getLast().changed();
    Duration apart = Duration.between(first, last).dividedBy(failed.size() - 1);
    Duration quiet = Duration.between(last, site.now());
    return quiet.compareTo(apart.multipliedBy(3)) > 0
        && quiet.compareTo(SETTLED) > 0
        && site.engine().tasks().stream()
            .anyMatch(task -> task.service().equals(service.id()) && task.isRunning());
  }

  private Finding explain(Site site, EngineService service, List<EngineTask> failed) {
    EngineTask last = failed.getLast();
    Cause cause =
        switch (last.exitCode()) {
          case 137 -> outOfMemory;
          case 126, 127 -> cannotStart;
          default -> last.container().isEmpty() ? cannotStart : loop;
        };
    return cause
        .found(service.name(), failed.size(), last.exitCode(), last.error())
        .showing(end(site, last));
  }

  private static String end(Site site, EngineTask task) {
    try {
      return task.container().isEmpty() ? task.error() : site.engine().log(task.container(), LINES);
    } catch (Unavailable e) {
      return task.error();
    }
  }
}
