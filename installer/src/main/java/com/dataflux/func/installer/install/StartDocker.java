package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.Patience;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Starts the engine where it does not run, and waits until it answers.
final class StartDocker implements Step {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final Path LOG = Path.of("/var/log/docker.log");

  private final CommandRunner runner;
  private final Supplier<Optional<Engine>> engines;

  StartDocker(CommandRunner runner, Supplier<Optional<Engine>> engines) {
    this.runner = runner;
    this.engines = engines;
  }

  @Override
  public String title() {
    return "Start Docker";
  }

  @Override
  public String intent(InstallPlan plan) {
    return version().isPresent() ? "nothing, it runs" : startCommand(plan).line();
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    if (version().isPresent()) {
      return new StepResult.Skipped("it runs");
    }
    Outcome started = runner.run(startCommand(plan).within(LIMIT));
    if (!started.succeeded()) {
      throw ProblemKind.ENGINE_FAILED.exception(
          "Docker could not be started",
          "`%s`: %s".formatted(started.command().line(), started.lastLines()) + log(plan),
          "Mend what it names, then run the same command again.");
    }
    long settled = System.nanoTime() + SETTLING.toNanos();
    return Patience.until(LIMIT, () -> version().or(() -> requireAlive(plan, settled)))
        .map(version -> (StepResult) new StepResult.Done("version " + version))
        .orElseThrow(() -> silent(plan, "waited %d seconds".formatted(LIMIT.toSeconds())));
  }

  /// Nothing, unless the engine ended; it has a moment to write down its process id.
  private Optional<String> requireAlive(InstallPlan plan, long settled) {
    if (System.nanoTime() > settled && !runner.run(statusCommand(plan)).succeeded()) {
      throw silent(plan, "it ended again");
    }
    return Optional.empty();
  }

  private ProblemException silent(InstallPlan plan, String why) {
    return ProblemKind.ENGINE_FAILED.exception(
        "Docker was started and does not answer",
        why + log(plan),
        "Mend what its log names, then run the same command again.");
  }

  private Optional<String> version() {
    Optional<Engine> answering = engines.get();
    if (answering.isEmpty()) {
      return Optional.empty();
    }
    try (Engine engine = answering.get()) {
      return Optional.of(engine.facts().version());
    } catch (ProblemException e) {
      // It has opened its socket and does not serve it yet, or no longer.
      return Optional.empty();
    }
  }

  private static Command startCommand(InstallPlan plan) {
    return plan.systemd()
        ? Command.of("systemctl", "start", "docker.service")
        : initScript(plan, "start");
  }

  /// Succeeds while the engine runs, restarts included.
  private static Command statusCommand(InstallPlan plan) {
    return plan.systemd()
        ? Command.of("sh", "-c", "! systemctl is-failed --quiet docker.service")
        : initScript(plan, "status");
  }

  private static Command initScript(InstallPlan plan, String verb) {
    return Files.isExecutable(EngineFiles.INIT_SCRIPT)
            || plan.engine() instanceof EnginePlan.Install
        ? Command.of(EngineFiles.INIT_SCRIPT.toString(), verb)
        : Command.of("service", "docker", verb);
  }

  /// The end of the engine's own log.
  private String log(InstallPlan plan) {
    Command command =
        plan.systemd()
            ? Command.of("journalctl", "-u", "docker.service", "-n", "5", "--no-pager", "-o", "cat")
            : Command.of("tail", "-n", "5", LOG.toString());
    return "; its log ends with: " + runner.run(command).lastLines();
  }
}
