package com.dataflux.func.platform.engine;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.image.ImageReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// An engine in memory for tests: it keeps images and layers as the real one does, and shows the
/// services, tasks and containers that the test has put there.
public final class InMemoryEngine implements Engine {
  private EngineFacts facts =
      new EngineFacts(
          "20.10.24",
          "1.41",
          "x86_64",
          "overlay2",
          ImageStore.GRAPH_DRIVER,
          Path.of("/var/lib/docker"),
          List.of("name=seccomp,profile=default"),
          List.of());
  private SwarmState swarm = new SwarmState.Inactive();
  private final Map<Digest, EngineImage> images = new HashMap<>();
  private final List<StackService> services = new ArrayList<>();
  private final List<StackTask> tasks = new ArrayList<>();
  private final List<StackContainer> containers = new ArrayList<>();
  private final Map<String, List<String>> logs = new HashMap<>();
  private final Set<String> networks = new HashSet<>(Set.of("bridge", "host", "none"));
  private BiFunction<String, List<String>, ExecOutcome> programs =
      (container, argv) -> new ExecOutcome(127, "", argv.getFirst() + ": not found");
  private long bytesLoaded;

  /// Says something else of itself from now on.
  public void describeAs(EngineFacts newFacts) {
    facts = newFacts;
  }

  /// Stands otherwise towards a Swarm from now on.
  public void swarm(SwarmState newState) {
    swarm = newState;
  }

  /// Has an image, as if it had been loaded.
  public void have(EngineImage image) {
    images.put(image.id(), image);
  }

  /// Shows these instead of what it showed of stacks before.
  public synchronized void show(
      List<StackService> newServices,
      List<StackTask> newTasks,
      List<StackContainer> newContainers) {
    services.clear();
    services.addAll(newServices);
    tasks.clear();
    tasks.addAll(newTasks);
    containers.clear();
    containers.addAll(newContainers);
  }

  /// Lets a container have printed these lines.
  public void printed(String containerId, List<String> lines) {
    logs.put(containerId, List.copyOf(lines));
  }

  /// Has a network of this name.
  public void network(String name) {
    networks.add(name);
  }

  /// Answers programs run in containers, given the container's id and the arguments.
  public void programs(BiFunction<String, List<String>, ExecOutcome> newPrograms) {
    programs = newPrograms;
  }

  /// How many bytes of layers have come in archives.
  public synchronized long bytesLoaded() {
    return bytesLoaded;
  }

  @Override
  public EngineFacts facts() {
    return facts;
  }

  @Override
  public SwarmState swarm() {
    return swarm;
  }

  @Override
  public void initialiseSwarm(String advertise) {
    if (!(swarm instanceof SwarmState.Inactive)) {
      throw ProblemKind.SWARM_FAILED.exception(
          "The Docker engine could not initialise a Swarm",
          "this node is already part of a swarm",
          "Leave it with `docker swarm leave --force`, or use it.");
    }
    swarm = new SwarmState.Manager("node-1", advertise, 1);
  }

  @Override
  public synchronized Optional<EngineImage> image(ImageReference reference) {
    return images.values().stream()
        .filter(image -> image.references().contains(reference))
        .findAny();
  }

  @Override
  public synchronized Optional<EngineImage> image(Digest id) {
    return Optional.ofNullable(images.get(id));
  }

  @Override
  public synchronized List<EngineImage> images() {
    return List.copyOf(images.values());
  }

  @Override
  public void load(InputStream archive) {
    try {
      ImageArchive read = ImageArchive.read(archive);
      synchronized (this) {
        read.imagesGiven(images()).forEach(this::add);
        bytesLoaded += read.layerBytes();
      }
    } catch (IOException e) {
      throw Failure.problem(ProblemKind.IMPORT_FAILED, "load an archive of images", e);
    }
  }

  private void add(EngineImage image) {
    image.references().forEach(this::removeImage);
    EngineImage old = images.get(image.id());
    Set<ImageReference> references = new HashSet<>(image.references());
    if (old != null) {
      references.addAll(old.references());
    }
    images.put(image.id(), new EngineImage(image.id(), references, image.diffIds(), image.bytes()));
  }

  @Override
  public void pull(ImageReference reference) {
    throw ProblemKind.IMPORT_FAILED.exception(
        "The Docker engine could not pull " + reference,
        "an engine in memory has no network",
        "Load the image.");
  }

  @Override
  public synchronized void tag(Digest id, ImageReference reference) {
    EngineImage image = images.get(id);
    if (image == null) {
      throw ProblemKind.ENGINE_FAILED.exception(
          "The Docker engine could not name the image " + id, "no such image", "Load it first.");
    }
    add(new EngineImage(id, Set.of(reference), image.diffIds(), image.bytes()));
  }

  @Override
  public synchronized void removeImage(ImageReference reference) {
    image(reference)
        .ifPresent(
            image -> {
              Set<ImageReference> rest = new HashSet<>(image.references());
              rest.remove(reference);
              images.remove(image.id());
              if (!rest.isEmpty()) {
                have(new EngineImage(image.id(), rest, image.diffIds(), image.bytes()));
              }
            });
  }

  @Override
  public synchronized List<StackService> services(String stack) {
    return List.copyOf(services);
  }

  @Override
  public synchronized List<StackTask> tasks(String stack) {
    return List.copyOf(tasks);
  }

  @Override
  public synchronized List<StackContainer> containers(String stack) {
    return List.copyOf(containers);
  }

  @Override
  public List<String> lastLines(String containerId, int count) {
    List<String> lines = logs.getOrDefault(containerId, List.of());
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  @Override
  public Set<String> networks() {
    return Set.copyOf(networks);
  }

  @Override
  public ExecOutcome exec(String containerId, List<String> argv) {
    return programs.apply(containerId, argv);
  }

  @Override
  public void close() {}
}
