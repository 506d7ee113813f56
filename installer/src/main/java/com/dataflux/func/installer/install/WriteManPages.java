package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.HostPaths;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lets the command write its manual pages where `man` looks.
final class WriteManPages implements Step {
  private final CommandRunner runner;

  WriteManPages(CommandRunner runner) {
    this.runner = runner;
  }

  @Override
  public String title() {
    return "Write man pages";
  }

  @Override
  public String intent(InstallPlan plan) {
    return HostPaths.MAN_PAGES + "/dataflux-func*.1";
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    try {
      Path page = HostPaths.MAN_PAGES.resolve("dataflux-func.1");
      Path jar = plan.dir().toolkit().resolve("dataflux-func.jar");
      if (Files.exists(page)
          && Files.getLastModifiedTime(page).compareTo(Files.getLastModifiedTime(jar)) > 0) {
        return new StepResult.Skipped("they are written");
      }
      Outcome outcome =
          runner.run(
              Command.of(
                  plan.dir().toolkit().resolve("bin/dataflux-func").toString(),
                  "generate-man",
                  HostPaths.MAN_PAGES.toString()));
      // The command has `--help`: an install does not fail for this.
      return outcome.succeeded()
          ? new StepResult.Done(HostPaths.MAN_PAGES.toString())
          : new StepResult.Skipped(outcome.lastLines());
    } catch (IOException e) {
      return new StepResult.Skipped(e.toString());
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.INTERRUPTED) {
        throw e;
      }
      return new StepResult.Skipped(e.problem().what());
    }
  }
}
