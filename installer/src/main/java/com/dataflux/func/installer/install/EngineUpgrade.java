package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.Patience;
import com.dataflux.func.installer.stack.Trees;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.engine.SwarmState;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Replaces an engine that this program has installed by a later one. A Swarm's engine stops its
/// containers when it ends: those of others are named, and started again. Where the later engine
/// does not come up, the one before runs again.
final class EngineUpgrade {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Path BEFORE = EngineFiles.DIRECTORY.resolveSibling("docker.before");

  private final CommandRunner runner;
  private final Supplier<Optional<Engine>> engines;

  EngineUpgrade(CommandRunner runner, Supplier<Optional<Engine>> engines) {
    this.runner = runner;
    this.engines = engines;
  }

  String intent(EnginePlan.Upgrade upgrade) {
    List<String> others = others();
    return "replace Docker %s by %s and restart it"
            .formatted(upgrade.from(), EngineVersion.of(upgrade.archive()).number())
        + (others.isEmpty() ? "" : "; stops and starts again: " + String.join(", ", others));
  }

  /// @return what was done
  String run(InstallPlan plan, EnginePlan.Upgrade upgrade) {
    List<String> others = others();
    try {
      if (!Files.exists(BEFORE)) {
        Path part = BEFORE.resolveSibling("docker.before.part");
        Trees.delete(part);
        Trees.link(EngineFiles.DIRECTORY, part);
        Files.move(part, BEFORE);
      }
      try {
        new Archive(upgrade.archive()).unpackTo(EngineFiles.DIRECTORY);
        restart(plan);
      } catch (ProblemException e) {
        goBack(plan);
        start(others);
        throw e;
      }
      start(others);
      Trees.delete(BEFORE);
    } catch (IOException e) {
      throw ProblemKind.ENGINE_INSTALL_FAILED
          .problem(
              "Docker could not be upgraded",
              e.toString(),
              "Look at the disk and its permissions, then run the same command again.")
          .asException(e);
    }
    return "%s in place of %s".formatted(upgrade.archive().name(), upgrade.from())
        + (others.isEmpty() ? "" : "; started again: " + String.join(", ", others));
  }

  private void goBack(InstallPlan plan) throws IOException {
    Trees.delete(EngineFiles.DIRECTORY);
    Files.move(BEFORE, EngineFiles.DIRECTORY);
    restart(plan);
  }

  private void restart(InstallPlan plan) {
    Command command =
        plan.systemd()
            ? Command.of("systemctl", "restart", "docker.service")
            : Command.of(EngineFiles.INIT_SCRIPT.toString(), "restart");
    Outcome outcome = runner.run(command.within(LIMIT));
    if (!outcome.succeeded() || !Patience.holds(LIMIT, this::answers)) {
      throw ProblemKind.ENGINE_INSTALL_FAILED.exception(
          "The later Docker does not run",
          "`%s`: %s".formatted(command.line(), outcome.lastLines()),
          "The one before runs again. Look at the engine's log.");
    }
  }

  private boolean answers() {
    Optional<Engine> answering = engines.get();
    if (answering.isEmpty()) {
      return false;
    }
    try (Engine engine = answering.get()) {
      return engine.swarm() instanceof SwarmState.Manager;
    } catch (ProblemException e) {
      return false;
    }
  }

  /// Names of running containers that neither a Swarm starts by itself nor this program made.
  private List<String> others() {
    return runner
        .run(
            Command.of(
                "docker", "ps", "--format", "{{.Names}} {{.Label \"com.docker.swarm.task.id\"}}"))
        .orFail("The Docker engine could not be asked", "See that Docker runs.")
        .out()
        .lines()
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length < 2 || words[1].isEmpty())
        .map(words -> words[0])
        .toList();
  }

  private void start(List<String> containers) {
    for (String container : containers) {
      runner
          .run(Command.of("docker", "start", container))
          .orFail(
              "The container %s could not be started again".formatted(container),
              "Start it by hand; then run the same command again.");
    }
  }
}
