package com.dataflux.func.installer.operate;

import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.StackContainer;
import com.dataflux.func.platform.engine.StackContainer.Health;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.engine.StackTask;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How one service is.
///
/// @param state in a few words
/// @param healthy whether it is as it should be
/// @param since when its newest task has been in that state
/// @param image that it should run; empty where the engine does not know the service
record ServiceStatus(
    String name, String state, boolean healthy, Optional<Instant> since, String image) {

  /// @param tasks of the whole stack, newest first
  static ServiceStatus of(
      String name,
      Optional<StackService> service,
      List<StackTask> tasks,
      List<StackContainer> containers) {
    if (service.isEmpty()) {
      return new ServiceStatus(name, "not deployed", false, Optional.empty(), "");
    }
    String image = service.get().image();
    Optional<StackTask> newest =
        tasks.stream()
            .filter(task -> task.service().equals(name) && task.wanted())
            .findFirst()
            .or(() -> tasks.stream().filter(task -> task.service().equals(name)).findFirst());
    if (service.get().replicas() == 0) {
      return new ServiceStatus(name, "scaled to 0", true, Optional.empty(), image);
    }
    if (newest.isEmpty()) {
      return new ServiceStatus(name, "no task yet", false, Optional.empty(), image);
    }
    StackTask task = newest.get();
    Optional<StackContainer> container =
        containers.stream()
            .filter(each -> task.containerId().equals(Optional.of(each.id())))
            .findFirst();
    String state = state(task, container);
    boolean healthy =
        task.state() instanceof StackTask.State.Running
            && container
                .map(StackContainer::health)
                .filter(Health.Unhealthy.class::isInstance)
                .isEmpty();
    return new ServiceStatus(name, state, healthy, Optional.of(task.at()), image);
  }

  private static String state(StackTask task, Optional<StackContainer> container) {
    return switch (task.state()) {
      case StackTask.State.Waiting(String phase, String reason) ->
          reason.isEmpty() ? phase : phase + ": " + reason;
      case StackTask.State.Running() ->
          container
              .map(each -> each.health() instanceof Health.Unhealthy ? "unhealthy" : "healthy")
              .orElse("running");
      case StackTask.State.Ended() -> "ended";
      case StackTask.State.Failed(String error, var exitCode) -> "failed: " + error;
    };
  }

  String line(Instant now) {
    String age = since.map(moment -> Quantity.age(Duration.between(moment, now))).orElse("");
    return String.format(Locale.ROOT, "  %-12s %-14s %-10s %s", name, state, age, image)
        .stripTrailing();
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("state", state);
    fields.put("healthy", healthy);
    fields.put("since", since);
    fields.put("image", image);
    return fields;
  }
}
