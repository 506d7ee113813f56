package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.engine.StackTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Starts an engine of this program's own anew, once, where a power cut has left it with what no
/// waiting mends. Containers of others are left alone: where there are some, nothing is done.
final class EngineRemedy {
  /// What is said of a container that was not started, since its port is another's. The engine may
  /// hold it for nobody, where the power went while a container was given it.
  private static final String PORT_HELD = "port is already allocated";

  /// What a container prints last that cannot look up another service's name. The engine may have
  /// taken the network from it when it had just started it.
  private static final String NOT_FOUND = ": Temporary failure in name resolution";

  /// For so long, a service that is healthy may stay unknown to another.
  private static final Duration FINDING = Duration.ofSeconds(30);

  /// How often what containers print is asked for.
  private static final Duration LOOKING = Duration.ofSeconds(2);

  private final Function<String, List<String>> lastLine;
  private Optional<OwnEngine> own = OwnEngine.ofThisHost();

  private long lookedAt = System.nanoTime();

  /// When a container was first seen that does not find a service that is healthy; 0 while none is.
  private long cutOffSince;

  /// @param lastLine what a container has printed last, by its id
  EngineRemedy(Function<String, List<String>> lastLine) {
    this.lastLine = lastLine;
  }

  /// @param failed tasks that have failed since the waiting began
  /// @param starting tasks of services that are not healthy yet
  /// @param healthy the other services
  /// @return whether the engine was started anew
  boolean helps(List<StackTask> failed, List<StackTask> starting, Set<String> healthy) {
    boolean needed =
        own.isPresent()
            && (failed.stream().anyMatch(EngineRemedy::missesPort)
                || staysCutOff(starting, healthy));
    if (!needed || !own.orElseThrow().others().isEmpty()) {
      return false;
    }
    own.orElseThrow().restart();
    own = Optional.empty();
    return true;
  }

  private static boolean missesPort(StackTask task) {
    return task.state() instanceof StackTask.State.Failed(String error, _)
        && error.contains(PORT_HELD);
  }

  private boolean staysCutOff(List<StackTask> starting, Set<String> healthy) {
    long now = System.nanoTime();
    if (now - lookedAt < LOOKING.toNanos()) {
      return false;
    }
    lookedAt = now;
    if (healthy.isEmpty() || starting.stream().noneMatch(task -> isCutOff(task, healthy))) {
      cutOffSince = 0;
      return false;
    }
    cutOffSince = cutOffSince == 0 ? now : cutOffSince;
    return now - cutOffSince > FINDING.toNanos();
  }

  private boolean isCutOff(StackTask task, Set<String> healthy) {
    return task.wanted()
        && task.containerId().map(lastLine).orElse(List.of()).stream()
            .anyMatch(
                line -> healthy.stream().anyMatch(service -> line.contains(service + NOT_FOUND)));
  }
}
