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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether every service runs the image it should and is healthy, and the web port answers.
public final class Health {
  public static final Duration LIMIT = Duration.ofMinutes(5);

  /// A service that ends so often will not come up by waiting.
  private static final int TRIES = 3;

  /// What is said of a container that was not started, since its port is another's.
  private static final String PORT_HELD = "port is already allocated";

  /// What a container prints last that cannot look up another service's name.
  private static final String NOT_FOUND = ": Temporary failure in name resolution";

  /// For so long, a service that is healthy may stay unknown to another.
  private static final Duration FINDING = Duration.ofSeconds(30);

  private final Engine engine;
  private final Set<String> services;
  private final Application application;

  /// Where a port is held for nobody, or a container has lost its network.
  private Optional<OwnEngine> remedy = OwnEngine.ofThisHost();

  /// When a container was first seen that does not find a service that is healthy; 0 while none is.
  private long cutOffSince;

  /// @param services that there must be, named without the stack
  public Health(Engine engine, Set<String> services, Application application) {
    this.engine = engine;
    this.services = new TreeSet<>(services);
    this.application = application;
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
    Set<String> endedBefore = new HashSet<>();
    failures().forEach(task -> endedBefore.add(task.id()));
    boolean whole =
        Patience.holds(
            limit,
            () -> {
              Set<String> waiting = waiting();
              for (String service : services) {
                if (!waiting.contains(service) && shown.add(service)) {
                  show(service, Duration.ofNanos(System.nanoTime() - begun), activity);
                }
              }
              List<StackTask> failed = newFailures(waiting, endedBefore);
              if (holdsPort(failed) || isCutOff(waiting)) {
                restartEngine(endedBefore);
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
    List<StackTask> tasks = engine.tasks(Swarm.STACK);
    Set<String> waiting = new LinkedHashSet<>(services);
    for (StackService service : engine.services(Swarm.STACK)) {
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

  private List<StackTask> failures() {
    return engine.tasks(Swarm.STACK).stream()
        .filter(task -> task.state() instanceof StackTask.State.Failed)
        .toList();
  }

  /// The tasks of services that have failed since the waiting began.
  private List<StackTask> newFailures(Set<String> waiting, Set<String> endedBefore) {
    return failures().stream()
        .filter(task -> waiting.contains(task.service()) && !endedBefore.contains(task.id()))
        .toList();
  }

  /// An engine that lost its power while a container was given a port may hold that port for
  /// nobody, until it starts anew.
  private boolean holdsPort(List<StackTask> failed) {
    return failed.stream()
            .anyMatch(
                task ->
                    task.state() instanceof StackTask.State.Failed(String error, _)
                        && error.contains(PORT_HELD))
        && canRestartEngine();
  }

  /// An engine that lost its power may take the network from a container that it has just started:
  /// names are never found there.
  private boolean isCutOff(Set<String> waiting) {
    if (remedy.isEmpty() || waiting.size() == services.size() || !missesAHealthyOne(waiting)) {
      cutOffSince = 0;
      return false;
    }
    long now = System.nanoTime();
    cutOffSince = cutOffSince == 0 ? now : cutOffSince;
    return now - cutOffSince > FINDING.toNanos() && canRestartEngine();
  }

  private boolean missesAHealthyOne(Set<String> waiting) {
    return engine.tasks(Swarm.STACK).stream()
        .filter(task -> task.wanted() && waiting.contains(task.service()))
        .flatMap(task -> task.containerId().stream())
        .flatMap(id -> lastLines(id, 1).stream())
        .anyMatch(
            line ->
                services.stream()
                    .filter(service -> !waiting.contains(service))
                    .anyMatch(service -> line.contains(service + NOT_FOUND)));
  }

  /// Containers of others are left alone: one of them may have the port.
  private boolean canRestartEngine() {
    return remedy.filter(own -> own.others().isEmpty()).isPresent();
  }

  private void restartEngine(Set<String> endedBefore) {
    remedy.orElseThrow().restart();
    remedy = Optional.empty();
    failures().forEach(task -> endedBefore.add(task.id()));
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
    Stream<StackTask> lastFailure =
        tasks.stream().filter(task -> task.state() instanceof StackTask.State.Failed).limit(1);
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
    List<String> lines = task.containerId().map(id -> lastLines(id, 5)).orElse(List.<String>of());
    return lines.isEmpty() ? state : state + "; it printed last: " + String.join(" / ", lines);
  }

  private List<String> lastLines(String containerId, int count) {
    try {
      return engine.lastLines(containerId, count);
    } catch (ProblemException e) {
      // It was removed meanwhile.
      return List.of();
    }
  }
}
