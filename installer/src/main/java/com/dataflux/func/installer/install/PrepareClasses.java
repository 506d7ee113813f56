package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Lets the Java runtime write down the classes that the command loads, which makes it start in a
/// fraction of the time. It is a convenience: where it fails, the command is slower.
final class PrepareClasses implements Step {
  private final CommandRunner runner;

  PrepareClasses(CommandRunner runner) {
    this.runner = runner;
  }

  @Override
  public String title() {
    return "Prepare classes";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "make the command start quickly";
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    Path toolkit = plan.dir().toolkit();
    Path jar = toolkit.resolve("dataflux-func.jar");
    Path cache = toolkit.resolve("dataflux-func.aot");
    Path part = toolkit.resolve("dataflux-func.aot.part");
    try {
      if (Files.exists(cache)
          && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0) {
        return new StepResult.Skipped("they are prepared");
      }
      Outcome outcome =
          runner.run(
              Command.of(
                      toolkit.resolve("java/bin/java").toString(),
                      "-XX:AOTCacheOutput=" + part,
                      "-XX:+UseSerialGC",
                      "-XX:TieredStopAtLevel=1",
                      "-Xlog:disable",
                      "-jar",
                      jar.toString(),
                      "doctor",
                      "--json")
                  .within(Duration.ofMinutes(1)));
      // A doctor who finds something has loaded the classes as well.
      if (!Files.exists(part)) {
        return new StepResult.Skipped("the Java runtime cannot: " + outcome.lastLines());
      }
      AtomicFile.moveInto(part, cache);
      return new StepResult.Done("");
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
