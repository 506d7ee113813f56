package com.dataflux.func.installer.stack;

import com.dataflux.func.installer.host.HostProbe;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.engine.SwarmState;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The engine that this program has installed, which it may start anew.
public final class OwnEngine {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final CommandRunner runner;
  private final Supplier<Optional<Engine>> engines;

  public OwnEngine(CommandRunner runner, Supplier<Optional<Engine>> engines) {
    this.runner = runner;
    this.engines = engines;
  }

  /// The engine of this host, where it is of this program.
  public static Optional<OwnEngine> ofThisHost() {
    return Files.isExecutable(EngineFiles.DIRECTORY.resolve("dockerd"))
        ? Optional.of(new OwnEngine(new HostCommandRunner(), LocalEngine::reach))
        : Optional.empty();
  }

  /// Names of running containers that neither a Swarm starts by itself nor this program made.
  public List<String> others() {
    return runner
        .run(
            StackClient.docker(
                List.of("ps", "--format", "{{.Names}} {{.Label \"com.docker.swarm.task.id\"}}")))
        .orFail("The Docker engine could not be asked", "See that Docker runs.")
        .out()
        .lines()
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length < 2 || words[1].isEmpty())
        .map(words -> words[0])
        .toList();
  }

  /// Starts it anew, and waits until its Swarm can be asked. Its containers end meanwhile; those of
  /// the Swarm come back by themselves.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `ENGINE_FAILED`
  public void restart() {
    Command command =
        HostProbe.hasSystemd()
            ? Command.of("systemctl", "restart", "docker.service")
            : Command.of(EngineFiles.INIT_SCRIPT.toString(), "restart");
    Outcome outcome = runner.run(command.within(LIMIT));
    if (!outcome.succeeded() || !Patience.holds(LIMIT, this::answers)) {
      throw ProblemKind.ENGINE_FAILED.exception(
          "Docker does not run after a restart",
          "`%s`: %s".formatted(command.line(), outcome.lastLines()),
          "Look at the engine's log: `journalctl -u docker` or /var/log/docker.log.");
    }
  }

  /// Ends it and its containers, and does not let it start again with the host.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `COMMAND_FAILED`
  public void stop() {
    Command command =
        HostProbe.hasSystemd()
            ? Command.of("systemctl", "disable", "--now", "docker.service")
            : Command.of(EngineFiles.INIT_SCRIPT.toString(), "stop");
    runner
        .run(command.within(LIMIT))
        .orFail("Docker could not be stopped", "Stop it, then run the same command again.");
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
}
