package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineService;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// There is one scheduler, not two.
final class OneBeat extends Check {
  private final Cause twice =
      fault(
          "twice",
          (site, finding) ->
              List.of(
                  Run.of("docker", "service", "scale", "--detach", "dataflux-func_beat=1")
                      .undoneBy(
                          "docker",
                          "service",
                          "scale",
                          "--detach",
                          "dataflux-func_beat=" + finding.values().getFirst())));

  OneBeat() {
    super("stack.beat", Vantage.HOST, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    int wanted =
        site.engine().services().stream()
            .filter(service -> service.name().equals("beat"))
            .mapToInt(EngineService::wanted)
            .sum();
    long running =
        site.engine().containers().stream()
            .filter(container -> container.service().equals("beat") && container.isRunning())
            .count();
    return wanted > 1 ? twice.alone(wanted, running) : Verdict.healthy(wanted);
  }
}
