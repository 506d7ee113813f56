package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.OwnEngine;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.installer.stack.Trees;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Replaces an engine that this program has installed by a later one. A Swarm's engine stops its
/// containers when it ends: those of others are named, and started again. Where the later engine
/// does not come up, the one before runs again.
final class EngineUpgrade {
  private static final Path BEFORE = EngineFiles.DIRECTORY.resolveSibling("docker.before");

  private final CommandRunner runner;
  private final OwnEngine own;

  EngineUpgrade(CommandRunner runner, Supplier<Optional<Engine>> engines) {
    this.runner = runner;
    this.own = new OwnEngine(runner, engines);
  }

  String intent(EnginePlan.Upgrade upgrade) {
    List<String> others = own.others();
    return "replace Docker %s by %s and restart it"
            .formatted(upgrade.from(), EngineVersion.of(upgrade.archive()).number())
        + (others.isEmpty() ? "" : "; stops and starts again: " + String.join(", ", others));
  }

  /// @return what was done
  String run(EnginePlan.Upgrade upgrade) {
    List<String> others = own.others();
    try {
      if (!Files.exists(BEFORE)) {
        Path part = BEFORE.resolveSibling("docker.before.part");
        Trees.delete(part);
        Trees.link(EngineFiles.DIRECTORY, part);
        Files.move(part, BEFORE);
      }
      try {
        new Archive(upgrade.archive()).unpackTo(EngineFiles.DIRECTORY);
        restart();
      } catch (ProblemException e) {
        goBack();
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

  /// Removes what an upgrade that succeeded and was cut off then has left as its way back: it would
  /// be that of the next one.
  void forget() throws IOException {
    Trees.delete(BEFORE);
  }

  private void goBack() throws IOException {
    Trees.delete(EngineFiles.DIRECTORY);
    Files.move(BEFORE, EngineFiles.DIRECTORY);
    restart();
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `ENGINE_INSTALL_FAILED`
  private void restart() {
    try {
      own.restart();
    } catch (ProblemException e) {
      throw ProblemKind.ENGINE_INSTALL_FAILED
          .problem(
              "The later Docker does not run",
              e.problem().why(),
              "The one before runs again. Look at the engine's log.")
          .asException(e);
    }
  }

  private void start(List<String> containers) {
    for (String container : containers) {
      runner
          .run(StackClient.docker(List.of("start", container)))
          .orFail(
              "The container %s could not be started again".formatted(container),
              "Start it by hand; then run the same command again.");
    }
  }
}
