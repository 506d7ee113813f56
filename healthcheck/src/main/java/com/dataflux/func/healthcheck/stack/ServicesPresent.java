package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineService;
import com.dataflux.func.healthcheck.site.EngineTask;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Every service of the stack file exists and has as many tasks as it is to have.
final class ServicesPresent extends Check {
  private final Cause absent = fault("absent", (site, finding) -> List.of(Deploy.of(site)));
  private final Cause zero =
      fault(
          "zero",
          (site, finding) ->
              List.of(
                  Run.of(
                          "docker",
                          "service",
                          "scale",
                          "--detach",
                          "dataflux-func_" + finding.values().getFirst() + "=1")
                      .undoneBy(
                          "docker",
                          "service",
                          "scale",
                          "--detach",
                          "dataflux-func_" + finding.values().getFirst() + "=0")));
  private final Cause few =
      fault("few", (site, finding) -> List.of(Deploy.restart(finding.values().getFirst())));

  ServicesPresent() {
    super("stack.services", Vantage.HOST, Section.NO_CONTAINER, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    Set<String> names = site.installation().stack().keySet();
    for (String name : names) {
      site.engine().services().stream()
          .filter(service -> service.name().equals(name))
          .findFirst()
          .ifPresentOrElse(
              service -> count(site, service, findings), () -> findings.add(absent.found(name)));
    }
    return Verdict.of(String.join(", ", names), findings);
  }

  private void count(Site site, EngineService service, List<Finding> findings) {
    List<EngineTask> tasks =
        site.engine().tasks().stream().filter(task -> task.service().equals(service.id())).toList();
    long running = tasks.stream().filter(EngineTask::isRunning).count();
    if (service.wanted() == 0) {
      findings.add(zero.found(service.name()));
    } else if (running < service.wanted()) {
      String errors =
          tasks.stream()
              .sorted(Comparator.comparing(EngineTask::changed).reversed())
              .filter(task -> !task.error().isEmpty())
              .map(task -> task.state() + ": " + task.error())
              .distinct()
              .limit(3)
              .collect(Collectors.joining("\n"));
      findings.add(few.found(service.name(), running, service.wanted()).showing(errors));
    }
  }
}
