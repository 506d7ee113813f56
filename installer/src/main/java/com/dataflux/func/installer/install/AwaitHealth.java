package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.engine.StackTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Waits until every service runs the image it should, is healthy, and the web port answers.
final class AwaitHealth implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Supplier<Optional<Engine>> engines;

  AwaitHealth(Supplier<Optional<Engine>> engines) {
    this.engines = engines;
  }

  @Override
  public String title() {
    return "Await health";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "of every service, for %s at most".formatted(Quantity.time(LIMIT));
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    Set<String> all = new TreeSet<>(StackFile.services(plan.dir().stackFile()));
    Application application = new Application(plan.stack().port());
    Map<String, Duration> healthyAfter = new HashMap<>();
    long begun = System.nanoTime();
    try (Engine engine = Reach.engine(engines)) {
      if (waiting(engine, all).isEmpty() && application.answersPing()) {
        return new StepResult.Skipped("all %d services are healthy".formatted(all.size()));
      }
      Optional<Boolean> healthy =
          Patience.until(
              LIMIT,
              () -> {
                Set<String> waiting = waiting(engine, all);
                report(all, waiting, healthyAfter, activity, begun);
                return waiting.isEmpty() && application.answersPing()
                    ? Optional.of(true)
                    : Optional.empty();
              });
      if (healthy.isEmpty()) {
        throw unhealthy(engine, all);
      }
      return new StepResult.Done("all %d services".formatted(all.size()));
    }
  }

  /// Shows each service once, when it has become healthy, and how long that took.
  private static void report(
      Set<String> all,
      Set<String> waiting,
      Map<String, Duration> healthyAfter,
      Activity activity,
      long begun) {
    for (String service : all) {
      if (!waiting.contains(service) && !healthyAfter.containsKey(service)) {
        Duration after = Duration.ofNanos(System.nanoTime() - begun);
        healthyAfter.put(service, after);
        try (Activity part = activity.begin(service)) {
          part.note("healthy after " + Quantity.time(after));
          part.done();
        }
      }
    }
  }

  /// The services of which a task is missing that runs the service's own image and is healthy.
  private static Set<String> waiting(Engine engine, Set<String> all) {
    List<StackTask> tasks = engine.tasks(Swarm.STACK);
    Set<String> waiting = new LinkedHashSet<>(all);
    for (StackService service : engine.services(Swarm.STACK)) {
      long running =
          tasks.stream()
              .filter(task -> task.service().equals(service.name()))
              .filter(task -> task.wanted() && task.image().equals(service.image()))
              .filter(task -> task.state() instanceof StackTask.State.Running)
              .count();
      boolean others =
          tasks.stream()
              .anyMatch(
                  task ->
                      task.service().equals(service.name())
                          && !task.image().equals(service.image())
                          && task.state() instanceof StackTask.State.Running);
      if (running >= service.replicas() && !others) {
        waiting.remove(service.name());
      }
    }
    return waiting;
  }

  private static ProblemException unhealthy(Engine engine, Set<String> all) {
    Set<String> waiting = waiting(engine, all);
    String names = waiting.isEmpty() ? "the web port" : String.join(", ", waiting);
    String why =
        engine.tasks(Swarm.STACK).stream()
            .filter(task -> waiting.contains(task.service()))
            .findFirst()
            .map(task -> task.service() + ": " + evidence(engine, task))
            .orElse("it does not answer");
    return ProblemKind.NOT_HEALTHY.exception(
        "Not healthy after %s: %s".formatted(Quantity.time(LIMIT), names),
        why,
        "Look at `docker service ps --no-trunc %s_%s`, then run the same command again."
            .formatted(Swarm.STACK, waiting.isEmpty() ? "server" : waiting.iterator().next()));
  }

  private static String evidence(Engine engine, StackTask task) {
    String state =
        switch (task.state()) {
          case StackTask.State.Waiting(String phase, String reason) -> phase + " " + reason;
          case StackTask.State.Running() -> "runs";
          case StackTask.State.Ended() -> "has ended";
          case StackTask.State.Failed(String error, var exitCode) -> error;
        };
    List<String> lines =
        task.containerId().map(id -> engine.lastLines(id, 5)).orElse(List.<String>of());
    return lines.isEmpty() ? state : state + "; it printed last: " + String.join(" / ", lines);
  }
}
