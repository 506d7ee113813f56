package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Asks, before anything is replaced, whether another MySQL can go on with the files of the one
/// that is there.
final class CheckDatabaseFiles implements Step {
  /// In the file where servers write down who has used the files.
  private static final Pattern USED_BY = Pattern.compile("\"version\":\\s*\"([0-9.]+)");

  private static final Pattern SAID = Pattern.compile("Ver ([0-9.]+)");

  private final CommandRunner runner;

  CheckDatabaseFiles(CommandRunner runner) {
    this.runner = runner;
  }

  @Override
  public String title() {
    return "Check database files";
  }

  @Override
  public String intent(InstallPlan plan) {
    return isAnother(plan)
        ? "whether " + plan.images().mysql() + " reads them"
        : "nothing, the same MySQL";
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    Path directory = plan.dir().root().resolve("mysql");
    if (!isAnother(plan)) {
      return new StepResult.Skipped("the same MySQL");
    }
    try {
      Optional<String> files = writer(directory);
      if (files.isEmpty()) {
        return new StepResult.Skipped("there are none");
      }
      String server = server(plan.images().mysql());
      DatabaseFiles.require(directory, files.get(), server);
      return new StepResult.Done("MySQL %s reads those of %s".formatted(server, files.get()));
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(directory + " could not be read", e.toString(), "Look at the disk.")
          .asException(e);
    }
  }

  private static boolean isAnother(InstallPlan plan) {
    return plan.stack().mysql()
        && InstalledVersion.of(plan.dir())
            .filter(installed -> !installed.images().mysql().equals(plan.images().mysql()))
            .isPresent();
  }

  private static Optional<String> writer(Path directory) throws IOException {
    Path history = directory.resolve("mysql_upgrade_history");
    if (Files.exists(history)) {
      return USED_BY
          .matcher(Files.readString(history))
          .results()
          .reduce((one, later) -> later)
          .map(last -> last.group(1));
    }
    Path info = directory.resolve("mysql_upgrade_info");
    if (Files.exists(info)) {
      return Optional.of(Files.readString(info).strip());
    }
    // Before 8.0 only an upgrade left a note.
    return Files.exists(directory.resolve("ibdata1")) ? Optional.of("5.7.0") : Optional.empty();
  }

  private String server(String image) {
    String said =
        runner
            .run(
                StackClient.docker(
                    List.of(
                        "run",
                        "--rm",
                        "--network=none",
                        "--entrypoint=mysqld",
                        image,
                        "--version")))
            .orFail("The new MySQL cannot be asked for its version", "See that Docker runs.")
            .out();
    return SAID.matcher(said)
        .results()
        .findFirst()
        .map((MatchResult match) -> match.group(1))
        .orElseThrow(
            () ->
                ProblemKind.DATABASE_FAILED.exception(
                    "The new MySQL does not say its version", said, "Use another bundle."));
  }
}
