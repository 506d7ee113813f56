package com.dataflux.func.installer.install;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.installer.stack.OwnEngine;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.installer.stack.Trees;
import com.dataflux.func.installer.stack.WayBack;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.files.OnDisk;
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
  private final CommandRunner runner;
  private final OwnEngine own;
  private final Path directory;
  private final Path before;

  EngineUpgrade(CommandRunner runner, Supplier<Optional<Engine>> engines) {
    this(runner, engines, EngineFiles.DIRECTORY);
  }

  EngineUpgrade(CommandRunner runner, Supplier<Optional<Engine>> engines, Path directory) {
    this.runner = runner;
    this.own = new OwnEngine(runner, engines);
    this.directory = directory;
    this.before = directory.resolveSibling("docker.before");
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
      if (!Files.exists(before)) {
        Path part = before.resolveSibling("docker.before.part");
        Trees.delete(part);
        Trees.link(directory, part);
        Files.move(part, before);
      }
      try {
        new Archive(upgrade.archive()).unpackTo(directory);
        restart();
      } catch (ProblemException e) {
        WayBack.go(() -> goBack(others, e));
        throw e;
      }
      start(others);
      Trees.delete(before);
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
    Trees.delete(before);
  }

  private void goBack(List<String> others, ProblemException why) {
    try {
      putBack();
      own.restart();
    } catch (IOException | ProblemException e) {
      ProblemException neither =
          ProblemKind.ENGINE_INSTALL_FAILED
              .problem(
                  "Neither the later Docker nor the one before runs",
                  "%s; then: %s".formatted(why.getMessage(), e.getMessage()),
                  "Look at the engine's log, then run the same command again.")
              .asException(e);
      neither.addSuppressed(why);
      throw neither;
    }
    start(others);
  }

  /// By renaming, so that the host is without programs for a moment only.
  private void putBack() throws IOException {
    Path failed = directory.resolveSibling("docker.failed");
    Trees.delete(failed);
    if (Files.exists(directory)) {
      Files.move(directory, failed);
    }
    Files.move(before, directory);
    OnDisk.force(requireNonNull(directory.toAbsolutePath().getParent()));
    Trees.delete(failed);
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `ENGINE_INSTALL_FAILED`, or
  ///   `INTERRUPTED`
  private void restart() {
    try {
      own.restart();
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.INTERRUPTED) {
        throw e;
      }
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
