package com.dataflux.func.platform.engine;

import static com.dataflux.func.platform.engine.Failure.guard;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.image.ImageReference;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.SwarmSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The real engine, spoken to over its socket.
public final class DockerEngine implements Engine {
  private final Connection connection;
  private final DockerClient client;
  private final ImageShelf images;
  private final StackView stacks;
  private final ContainerView containers;

  private DockerEngine(Connection connection) {
    this.connection = connection;
    this.client = connection.client();
    this.images = new ImageShelf(client);
    this.stacks = new StackView(client);
    this.containers = new ContainerView(client);
  }

  /// Connects to the engine behind a socket.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `ENGINE_FAILED` where nothing
  ///   answers there
  public static DockerEngine connect(Path socket) {
    return new DockerEngine(
        guard(ProblemKind.ENGINE_FAILED, "be reached at " + socket, () -> Connection.open(socket)));
  }

  @Override
  public EngineFacts facts() {
    return ask(
        "describe itself",
        () -> Facts.of(client.infoCmd().exec(), connection.version(), connection.apiVersion()));
  }

  @Override
  public SwarmState swarm() {
    return ask("describe its Swarm", () -> Facts.swarm(client.infoCmd().exec()));
  }

  @Override
  public void initialiseSwarm(String advertise) {
    guard(
        ProblemKind.SWARM_FAILED,
        "initialise a Swarm that advertises " + advertise,
        () -> {
          try {
            return client
                .initializeSwarmCmd(new SwarmSpec())
                .withAdvertiseAddr(advertise)
                .withListenAddr(listenAddress(advertise) + ":2377")
                .exec();
          } catch (BadRequestException e) {
            // Nothing but the address is asked of it.
            throw ProblemKind.ADDRESS_UNCLEAR
                .problem(
                    "The Docker engine does not take the address " + advertise,
                    String.valueOf(e.getMessage()).strip(),
                    "Give --advertise-addr an address or a network card of this host.")
                .asException(e);
          }
        });
  }

  /// A Swarm that only this host knows need not listen for others.
  private static String listenAddress(String advertise) {
    return advertise.startsWith("127.") ? advertise : "0.0.0.0";
  }

  @Override
  public Optional<EngineImage> image(ImageReference reference) {
    return ask("look up the image " + reference, () -> images.find(reference.toString()));
  }

  @Override
  public Optional<EngineImage> image(Digest id) {
    return ask("look up the image " + id, () -> images.find(id.toString()));
  }

  @Override
  public List<EngineImage> images() {
    return ask("list its images", images::all);
  }

  @Override
  public void load(InputStream archive) {
    guard(
        ProblemKind.IMPORT_FAILED,
        "load an archive of images",
        () -> connection.upload().send(archive));
  }

  @Override
  public void pull(ImageReference reference) {
    guard(ProblemKind.IMPORT_FAILED, "pull " + reference, () -> images.pull(reference));
  }

  @Override
  public void tag(Digest id, ImageReference reference) {
    ask("name the image %s %s".formatted(id, reference), () -> images.tag(id, reference));
  }

  @Override
  public void removeImage(ImageReference reference) {
    ask("remove the image " + reference, () -> images.remove(reference));
  }

  @Override
  public List<StackService> services(String stack) {
    return ask("list the services of " + stack, () -> stacks.services(stack));
  }

  @Override
  public List<StackTask> tasks(String stack) {
    return ask("list the tasks of " + stack, () -> stacks.tasks(stack));
  }

  @Override
  public List<StackContainer> containers(String stack) {
    return ask("list the containers of " + stack, () -> containers.of(stack));
  }

  @Override
  public List<String> lastLines(String containerId, int count) {
    return ask(
        "read the log of container " + containerId, () -> containers.lastLines(containerId, count));
  }

  @Override
  public Set<String> networks() {
    return ask(
        "list its networks",
        () ->
            client.listNetworksCmd().exec().stream()
                .map(Network::getName)
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public ExecOutcome exec(String containerId, List<String> argv) {
    return ask(
        "run %s in container %s".formatted(argv.getFirst(), containerId),
        () -> containers.exec(containerId, argv));
  }

  private static <T> T ask(String doing, Supplier<T> call) {
    return guard(ProblemKind.ENGINE_FAILED, doing, call);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
