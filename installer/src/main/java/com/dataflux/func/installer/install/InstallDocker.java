package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Unpacks the bundle's engine on a host that has none, and makes it start at boot.
final class InstallDocker implements Step {
  private static final Path CLIENT = Path.of("/usr/bin/docker");

  private final CommandRunner runner;
  private final Templates templates;
  private final EngineUpgrade engineUpgrade;

  InstallDocker(CommandRunner runner, Supplier<Optional<Engine>> engines, Templates templates) {
    this.runner = runner;
    this.templates = templates;
    this.engineUpgrade = new EngineUpgrade(runner, engines);
  }

  @Override
  public String title() {
    return "Install Docker";
  }

  @Override
  public String intent(InstallPlan plan) {
    return switch (plan.engine()) {
      case EnginePlan.Install(Parcel archive) ->
          "unpack %s to %s".formatted(archive.name(), EngineFiles.DIRECTORY);
      case EnginePlan.Start(String program) -> "nothing, it is installed: " + program;
      case EnginePlan.Upgrade upgrade -> engineUpgrade.intent(upgrade);
      case EnginePlan.Use(String version) -> "nothing, version %s runs".formatted(version);
    };
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    if (plan.engine() instanceof EnginePlan.Upgrade upgrade) {
      return new StepResult.Done(engineUpgrade.run(upgrade));
    }
    try {
      if (plan.engine() instanceof EnginePlan.Use) {
        engineUpgrade.forget();
      }
      if (!(plan.engine() instanceof EnginePlan.Install(Parcel archive))) {
        return new StepResult.Skipped("it is installed");
      }
      Files.createDirectories(EngineFiles.DIRECTORY.getParent());
      new Archive(archive).unpackTo(EngineFiles.DIRECTORY);
      if (!Files.exists(CLIENT, LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(CLIENT, EngineFiles.DIRECTORY.resolve("docker"));
      }
      boolean alone = plan.choices().alone();
      if (plan.systemd()) {
        installUnit(alone);
      } else {
        installInitScript(alone);
      }
      return new StepResult.Done(archive.name() + " in " + EngineFiles.DIRECTORY);
    } catch (IOException e) {
      throw ProblemKind.ENGINE_INSTALL_FAILED
          .problem(
              "Docker could not be installed",
              e.toString(),
              "Look at the disk and its permissions, then run the same command again.")
          .asException(e);
    }
  }

  private void installUnit(boolean alone) {
    AtomicFile.write(
        EngineFiles.UNIT,
        templates.dockerService(EngineFiles.DIRECTORY, alone),
        AtomicFile.READABLE);
    require(Command.of("systemctl", "daemon-reload"));
    require(Command.of("systemctl", "enable", "docker.service"));
  }

  private void installInitScript(boolean alone) {
    AtomicFile.write(
        EngineFiles.INIT_SCRIPT,
        templates.dockerInitScript(EngineFiles.DIRECTORY, alone),
        AtomicFile.EXECUTABLE);
    // Whichever of the two the host has; a host without either has no boot to take part in.
    if (Files.isExecutable(Path.of("/usr/sbin/update-rc.d"))) {
      require(Command.of("/usr/sbin/update-rc.d", "docker", "defaults"));
    } else if (Files.isExecutable(Path.of("/sbin/chkconfig"))) {
      require(Command.of("/sbin/chkconfig", "--add", "docker"));
    }
  }

  private void require(Command command) {
    runner
        .run(command)
        .orFail(
            "Docker could not be made to start at boot",
            "Look at what the program says, then run the same command again.");
  }
}
