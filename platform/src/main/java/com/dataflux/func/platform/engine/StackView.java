package com.dataflux.func.platform.engine;

import static java.util.Objects.requireNonNullElse;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ContainerSpec;
import com.github.dockerjava.api.model.Service;
import com.github.dockerjava.api.model.ServiceModeConfig;
import com.github.dockerjava.api.model.ServiceSpec;
import com.github.dockerjava.api.model.Task;
import com.github.dockerjava.api.model.TaskSpec;
import com.github.dockerjava.api.model.TaskState;
import com.github.dockerjava.api.model.TaskStatus;
import com.github.dockerjava.api.model.TaskStatusContainerStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The services and tasks of a stack, as the Swarm's manager knows them.
final class StackView {
  /// The label that `docker stack deploy` gives to all that it makes.
  static final String STACK_LABEL = "com.docker.stack.namespace";

  private final DockerClient client;

  StackView(DockerClient client) {
    this.client = client;
  }

  List<StackService> services(String stack) {
    return deployed(stack).stream()
        .map(service -> read(stack, service))
        .sorted(Comparator.comparing(StackService::name))
        .toList();
  }

  List<StackTask> tasks(String stack) {
    Map<String, String> names =
        deployed(stack).stream()
            .collect(Collectors.toMap(Service::getId, service -> name(stack, service)));
    return client.listTasksCmd().withLabelFilter(Map.of(STACK_LABEL, stack)).exec().stream()
        .filter(task -> names.containsKey(String.valueOf(task.getServiceId())))
        .map(task -> read(task, String.valueOf(names.get(task.getServiceId()))))
        .sorted(Comparator.comparing(StackTask::at).reversed())
        .toList();
  }

  private List<Service> deployed(String stack) {
    return client.listServicesCmd().withLabelFilter(Map.of(STACK_LABEL, stack)).exec();
  }

  private static StackService read(String stack, Service service) {
    ServiceSpec spec = service.getSpec();
    return new StackService(
        name(stack, service),
        spec == null ? "" : image(spec.getTaskTemplate()),
        spec == null ? 0 : replicas(spec.getMode()),
        Optional.ofNullable(service.getUpdateStatus())
            .map(status -> String.valueOf(status.getState()).toLowerCase(Locale.ROOT)));
  }

  private static String name(String stack, Service service) {
    ServiceSpec spec = service.getSpec();
    String whole = spec == null ? "" : requireNonNullElse(spec.getName(), "");
    return whole.startsWith(stack + "_") ? whole.substring(stack.length() + 1) : whole;
  }

  private static String image(@Nullable TaskSpec template) {
    ContainerSpec container = template == null ? null : template.getContainerSpec();
    return container == null ? "" : requireNonNullElse(container.getImage(), "");
  }

  private static int replicas(@Nullable ServiceModeConfig mode) {
    return mode == null || mode.getReplicated() == null
        ? 1
        : (int) mode.getReplicated().getReplicas();
  }

  private static StackTask read(Task task, String service) {
    TaskStatus status = requireNonNullElse(task.getStatus(), new TaskStatus());
    TaskStatusContainerStatus container = status.getContainerStatus();
    return new StackTask(
        String.valueOf(task.getId()),
        service,
        requireNonNullElse(task.getNodeId(), ""),
        image(task.getSpec()),
        task.getDesiredState() == TaskState.RUNNING,
        state(status),
        Instant.parse(requireNonNullElse(status.getTimestamp(), Instant.EPOCH.toString())),
        Optional.ofNullable(container == null ? null : container.getContainerID())
            .filter(id -> !id.isEmpty()));
  }

  private static StackTask.State state(TaskStatus status) {
    TaskState state = requireNonNullElse(status.getState(), TaskState.NEW);
    String error = requireNonNullElse(status.getErr(), "");
    return switch (state) {
      case RUNNING -> new StackTask.State.Running();
      case COMPLETE, SHUTDOWN, REMOVE -> new StackTask.State.Ended();
      case FAILED, REJECTED, ORPHANED -> new StackTask.State.Failed(error, exitCode(status));
      case NEW, ALLOCATED, PENDING, ASSIGNED, ACCEPTED, PREPARING, READY, STARTING ->
          new StackTask.State.Waiting(state.getValue(), error);
    };
  }

  private static OptionalInt exitCode(TaskStatus status) {
    TaskStatusContainerStatus container = status.getContainerStatus();
    Long code = container == null ? null : container.getExitCodeLong();
    return code == null ? OptionalInt.empty() : OptionalInt.of(code.intValue());
  }
}
