package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.EngineFiles;
import com.dataflux.func.installer.stack.Patience;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;
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
    return plan.engine() instanceof EnginePlan.Use ? "nothing, it runs" : startCommand(plan).line();
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
    return Patience.until(LIMIT, this::version)
        .map(version -> (StepResult) new StepResult.Done("version " + version))
        .orElseThrow(
            () ->
                ProblemKind.ENGINE_FAILED.exception(
                    "Docker was started and does not answer",
                    "waited %d seconds".formatted(LIMIT.toSeconds()) + log(plan),
                    "Mend what its log names, then run the same command again."));
  }

  private Optional<String> version() {
    Optional<Engine> answering = engines.get();
    if (answering.isEmpty()) {
      return Optional.empty();
    }
    try (Engine engine = answering.get()) {
      return Optional.of(engine.facts().version());
    }
  }

  private static Command startCommand(InstallPlan plan) {
    if (plan.systemd()) {
      return Command.of("systemctl", "start", "docker.service");
    }
    if (Files.isExecutable(EngineFiles.INIT_SCRIPT)
        || plan.engine() instanceof EnginePlan.Install) {
      return Command.of(EngineFiles.INIT_SCRIPT.toString(), "start");
    }
    return Command.of("service", "docker", "start");
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
