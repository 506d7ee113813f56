package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.engine.StackTask;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether every service runs the image it should and is healthy, and the web port answers.
public final class Health {
  public static final Duration LIMIT = Duration.ofMinutes(5);

  /// A service that ends so often will not come up by waiting.
  private static final int TRIES = 3;

  private final Engine engine;
  private final Set<String> services;
  private final Application application;

  private final EngineRemedy remedy;

  /// @param services that there must be, named without the stack
  public Health(Engine engine, Set<String> services, Application application) {
    this.engine = engine;
    this.services = new TreeSet<>(services);
    this.application = application;
    this.remedy = new EngineRemedy(id -> engine.lastLines(id, 1));
  }

  public boolean isWhole() {
    return waiting().isEmpty() && application.takesCalls();
  }

  /// Waits, and shows each service once, when it has become healthy, and how long that took.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `NOT_HEALTHY`, as soon as it is
  ///   certain
  public void await(Activity activity) {
    await(activity, LIMIT);
  }

  /// The same, for as long as a limit says.
  public void await(Activity activity, Duration limit) {
    long begun = System.nanoTime();
    Set<String> shown = new HashSet<>();
    Set<String> endedBefore = new HashSet<>(failures());
    boolean whole =
        Patience.holds(
            limit,
            () -> {
              List<StackTask> tasks = engine.tasks(Swarm.STACK);
              Set<String> waiting = waiting(tasks, engine.services(Swarm.STACK), services);
              Set<String> healthy = new TreeSet<>(services);
              healthy.removeAll(waiting);
              for (String service : healthy) {
                if (shown.add(service)) {
                  show(service, Duration.ofNanos(System.nanoTime() - begun), activity);
                }
              }
              List<StackTask> starting =
                  tasks.stream().filter(task -> waiting.contains(task.service())).toList();
              List<StackTask> failed =
                  starting.stream()
                      .filter(Health::hasFailed)
                      .filter(task -> !endedBefore.contains(task.id()))
                      .toList();
              if (remedy.helps(failed, starting, healthy)) {
                endedBefore.addAll(failures());
              } else {
                requireHope(waiting, failed);
              }
              return waiting.isEmpty() && application.takesCalls();
            });
    if (!whole) {
      throw unhealthy(waiting(), "Not healthy after " + Quantity.time(limit));
    }
  }

  private static void show(String service, Duration after, Activity activity) {
    try (Activity part = activity.begin(service)) {
      part.note("healthy after " + Quantity.time(after));
      part.done();
    }
  }

  private Set<String> waiting() {
    return waiting(engine, services);
  }

  /// Those services of which a task is missing that runs the service's own image and is healthy.
  public static Set<String> waiting(Engine engine, Set<String> services) {
    return waiting(engine.tasks(Swarm.STACK), engine.services(Swarm.STACK), services);
  }

  private static Set<String> waiting(
      List<StackTask> tasks, List<StackService> deployed, Set<String> services) {
    Set<String> waiting = new LinkedHashSet<>(services);
    for (StackService service : deployed) {
      List<StackTask> running =
          tasks.stream()
              .filter(task -> task.service().equals(service.name()))
              .filter(task -> task.state() instanceof StackTask.State.Running)
              .toList();
      long right =
          running.stream()
              .filter(task -> task.wanted() && task.image().equals(service.image()))
              .count();
      boolean others = running.stream().anyMatch(task -> !task.image().equals(service.image()));
      if (right >= service.replicas() && !others) {
        waiting.remove(service.name());
      }
    }
    return waiting;
  }

  /// The tasks that have failed until now, by their ids.
  private Set<String> failures() {
    return engine.tasks(Swarm.STACK).stream()
        .filter(Health::hasFailed)
        .map(StackTask::id)
        .collect(Collectors.toSet());
  }

  private static boolean hasFailed(StackTask task) {
    return task.state() instanceof StackTask.State.Failed;
  }

  /// Ends the waiting where a service has failed several times since it began.
  private void requireHope(Set<String> waiting, List<StackTask> failed) {
    for (String service : waiting) {
      long times = failed.stream().filter(task -> task.service().equals(service)).count();
      if (times >= TRIES) {
        throw unhealthy(Set.of(service), "Failed %d times".formatted(times));
      }
    }
  }

  private ProblemException unhealthy(Set<String> waiting, String what) {
    String names = waiting.isEmpty() ? "the web port" : String.join(", ", waiting);
    List<StackTask> tasks = engine.tasks(Swarm.STACK);
    String why =
        waiting.stream().map(service -> evidence(service, tasks)).collect(Collectors.joining("; "));
    return ProblemKind.NOT_HEALTHY.exception(
        "%s: %s".formatted(what, names),
        why.isEmpty() ? "it does not answer" : why,
        "Look at `docker service ps --no-trunc %s_%s`, then run the same command again."
            .formatted(Swarm.STACK, waiting.isEmpty() ? "server" : waiting.iterator().next()));
  }

  /// How the latest task of a service stands, and how the last that failed ended.
  private String evidence(String service, List<StackTask> newestFirst) {
    List<StackTask> tasks =
        newestFirst.stream().filter(task -> task.service().equals(service)).toList();
    Stream<StackTask> latest = tasks.stream().limit(1);
    Stream<StackTask> lastFailure = tasks.stream().filter(Health::hasFailed).limit(1);
    return Stream.concat(latest, lastFailure)
        .distinct()
        .map(task -> service + ": " + evidence(task))
        .collect(Collectors.joining("; before that "));
  }

  private String evidence(StackTask task) {
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
