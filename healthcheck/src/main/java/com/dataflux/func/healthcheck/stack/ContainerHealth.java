package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineContainer;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.ArrayList;
import java.util.List;

/// Containers run, and their health checks pass.
final class ContainerHealth extends Check {
  /// Swarm itself puts another in its place.
  private final Cause unhealthy = fault("unhealthy");

  private final Cause paused =
      fault(
          "paused",
          (site, finding) ->
              List.of(
                  Run.of("docker", "unpause", finding.values().get(1))
                      .undoneBy("docker", "pause", finding.values().get(1))));

  ContainerHealth() {
    super("stack.health", Vantage.HOST, Section.RESTART_LOOP, Section.TEST_FUNCTION_SILENT);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    int running = 0;
    for (EngineContainer container : site.engine().containers()) {
      if (container.state().equals("paused")) {
        findings.add(paused.found(container.service(), container.id().substring(0, 12)));
      } else if (container.isRunning() && container.unhealthy()) {
        findings.add(unhealthy.found(container.service()).showing(end(site, container)));
      }
      running += container.isRunning() ? 1 : 0;
    }
    return Verdict.of(Integer.toString(running), findings);
  }

  private static String end(Site site, EngineContainer container) {
    try {
      return site.engine().log(container.id(), 8);
    } catch (Unavailable e) {
      return "";
    }
  }
}
