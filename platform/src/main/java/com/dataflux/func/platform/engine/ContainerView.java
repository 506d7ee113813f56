package com.dataflux.func.platform.engine;

import static java.util.Objects.requireNonNullElse;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.HealthStateLog;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The containers of this host.
final class ContainerView {
  /// The label that a Swarm gives to the containers of a service.
  private static final String SERVICE_LABEL = "com.docker.swarm.service.name";

  private final DockerClient client;

  ContainerView(DockerClient client) {
    this.client = client;
  }

  List<StackContainer> of(String stack) {
    return client
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(Map.of(StackView.STACK_LABEL, stack))
        .exec()
        .stream()
        .flatMap(container -> inspect(stack, container))
        .toList();
  }

  private Stream<StackContainer> inspect(String stack, Container container) {
    try {
      return Stream.of(read(stack, client.inspectContainerCmd(container.getId()).exec()));
    } catch (NotFoundException e) {
      return Stream.empty();
    }
  }

  private static StackContainer read(String stack, InspectContainerResponse container) {
    var config = container.getConfig();
    Map<String, String> labels =
        config.getLabels() == null ? Map.of() : Map.copyOf(config.getLabels());
    String service = labels.getOrDefault(SERVICE_LABEL, "");
    ContainerState state = container.getState();
    String status = requireNonNullElse(state.getStatus(), "");
    Long exitCode = state.getExitCodeLong();
    boolean ended = status.equals("exited") || status.equals("dead");
    return new StackContainer(
        container.getId(),
        container.getName().substring(1),
        service.startsWith(stack + "_") ? service.substring(stack.length() + 1) : service,
        requireNonNullElse(config.getImage(), ""),
        status,
        health(state),
        ended && exitCode != null ? OptionalInt.of(exitCode.intValue()) : OptionalInt.empty(),
        requireNonNullElse(container.getRestartCount(), 0));
  }

  private static StackContainer.Health health(ContainerState state) {
    HealthState health = state.getHealth();
    String status = health == null ? "none" : requireNonNullElse(health.getStatus(), "none");
    return switch (status) {
      case "healthy" -> new StackContainer.Health.Healthy();
      case "starting" -> new StackContainer.Health.Starting();
      case "unhealthy" ->
          new StackContainer.Health.Unhealthy(health == null ? "" : lastOutput(health));
      default -> new StackContainer.Health.Unchecked();
    };
  }

  private static String lastOutput(HealthState health) {
    List<HealthStateLog> log = health.getLog();
    return log == null || log.isEmpty()
        ? ""
        : requireNonNullElse(log.getLast().getOutput(), "").strip();
  }

  List<String> lastLines(String containerId, int count) {
    Printed printed = new Printed();
    try {
      await(
          client
              .logContainerCmd(containerId)
              .withStdOut(true)
              .withStdErr(true)
              .withTail(count)
              .exec(printed));
    } catch (NotFoundException | ConflictException e) {
      return List.of();
    }
    return printed.both.toString(StandardCharsets.UTF_8).lines().toList();
  }

  ExecOutcome exec(String containerId, List<String> argv) {
    String id =
        client
            .execCreateCmd(containerId)
            .withCmd(argv.toArray(String[]::new))
            .withAttachStdout(true)
            .withAttachStderr(true)
            .exec()
            .getId();
    Printed printed = new Printed();
    await(client.execStartCmd(id).exec(printed));
    Long exitCode = client.inspectExecCmd(id).exec().getExitCodeLong();
    return new ExecOutcome(
        exitCode == null ? -1 : exitCode.intValue(),
        printed.out.toString(StandardCharsets.UTF_8),
        printed.err.toString(StandardCharsets.UTF_8));
  }

  private static void await(Printed printed) {
    try {
      printed.awaitCompletion();
    } catch (InterruptedException e) {
      throw Interrupted.asProblem(e);
    }
  }

  private static final class Printed extends ResultCallback.Adapter<Frame> {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream both = new ByteArrayOutputStream();

    @Override
    public void onNext(Frame frame) {
      (frame.getStreamType() == StreamType.STDERR ? err : out).writeBytes(frame.getPayload());
      both.writeBytes(frame.getPayload());
    }
  }
}
