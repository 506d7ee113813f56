package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.StackContainer;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The services that write to the database, paused while it must hold still. The one whose
/// container runs the programs of [BackupContainer] is not among them.
public final class Writers {
  private static final Set<String> DATABASES = Set.of("mysql", "redis", "mosquitto");

  private final CommandRunner runner;

  public Writers(CommandRunner runner) {
    this.runner = runner;
  }

  /// Those services of a stack file that write to the database.
  public static Set<String> of(Path stackFile) {
    Set<String> services = StackFile.services(stackFile);
    Set<String> writers = new TreeSet<>(services);
    writers.removeAll(DATABASES);
    BackupContainer.HOSTS.stream()
        .filter(services::contains)
        .findFirst()
        .ifPresent(writers::remove);
    return writers;
  }

  /// Does a piece of work while nothing writes to the database. Killed meanwhile, the stack counts
  /// as not deployed, so that the next start or install deploys it again. Where the work fails, the
  /// services are healthy again before the failure is told.
  public void pausedDuring(InstallDir dir, Supplier<Optional<Engine>> engines, Runnable work) {
    Set<String> writers = of(dir.stackFile());
    try (Engine engine = Reach.engine(engines)) {
      try {
        pause(engine, dir, work);
      } catch (ProblemException e) {
        healthyAgain(engine, writers, e);
        throw e;
      }
      requireHealthy(engine, writers);
    }
  }

  private void pause(Engine engine, InstallDir dir, Runnable work) {
    DeployedMark mark = DeployedMark.ofStack(dir);
    mark.remove();
    try {
      rest(engine, of(dir.stackFile()));
      awaitStill(engine, dir.stackFile());
      work.run();
    } finally {
      WayBack.go(
          () -> {
            new StackClient(runner).deploy(dir.stackFile());
            mark.write();
          });
    }
  }

  /// Those that a killed run has left without tasks are among them.
  private void rest(Engine engine, Set<String> writers) {
    Map<String, String> none = new LinkedHashMap<>();
    engine.services(Swarm.STACK).stream()
        .map(StackService::name)
        .filter(writers::contains)
        .forEach(name -> none.put("%s_%s".formatted(Swarm.STACK, name), "0"));
    scale(List.of("service", "scale"), none);
  }

  private static void healthyAgain(Engine engine, Set<String> services, ProblemException why) {
    try {
      requireHealthy(engine, services);
    } catch (ProblemException e) {
      why.addSuppressed(e);
    }
  }

  private static void requireHealthy(Engine engine, Set<String> services) {
    if (!Patience.holds(Health.LIMIT, () -> Health.waiting(engine, services).isEmpty())) {
      throw ProblemKind.NOT_HEALTHY.exception(
          "Not healthy after %s: %s"
              .formatted(
                  Quantity.time(Health.LIMIT), String.join(", ", Health.waiting(engine, services))),
          "the database holds what it should, and the services were started again",
          "Look at `docker service ls` and `dataflux-func doctor`.");
    }
  }

  /// Waits until nothing else of the stack writes to the database any more.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `NOT_HEALTHY`
  public void awaitStill(Engine engine, Path stackFile) {
    Set<String> writers = of(stackFile);
    if (!Patience.holds(
        Health.LIMIT,
        () ->
            engine.containers(Swarm.STACK).stream()
                .filter(StackContainer::running)
                .noneMatch(container -> writers.contains(container.service())))) {
      throw ProblemKind.NOT_HEALTHY.exception(
          "What writes to the database has not ended",
          "%s after %s".formatted(String.join(", ", writers), Quantity.time(Health.LIMIT)),
          "Look at `docker service ls` and `docker ps`, then run the same command again.");
    }
  }

  /// How many tasks each service is to have, where it is to have any.
  public Map<String, String> replicas() {
    Outcome services = ask("stack", "services", Swarm.STACK, "--format", "{{.Name}} {{.Replicas}}");
    Map<String, String> replicas = new LinkedHashMap<>();
    for (String line : services.out().lines().toList()) {
      String[] words = line.split(" ", 2);
      replicas.put(words[0], words[1].replaceAll("^\\d+/(\\d+).*", "$1"));
    }
    replicas.values().removeIf("0"::equals);
    return replicas;
  }

  /// Asks for so many tasks of services. Whether they become healthy is for others to wait for: the
  /// client would wait for one that never does until its limit.
  public void scale(Map<String, String> replicas) {
    scale(List.of("service", "scale", "--detach"), replicas);
  }

  private void scale(List<String> order, Map<String, String> replicas) {
    if (!replicas.isEmpty()) {
      List<String> argv = new ArrayList<>(order);
      replicas.forEach((name, wanted) -> argv.add(name + "=" + wanted));
      runner
          .run(StackClient.docker(argv).within(Duration.ofMinutes(5)))
          .orFail(
              "The services could not be scaled",
              "See `docker stack ps %s`, then run the same command again.".formatted(Swarm.STACK));
    }
  }

  private Outcome ask(String... argv) {
    return runner
        .run(StackClient.docker(List.of(argv)))
        .orFail("The Docker engine could not be asked", "See that Docker runs.");
  }
}
