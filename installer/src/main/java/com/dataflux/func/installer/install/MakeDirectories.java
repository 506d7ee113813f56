package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes the directories that the containers see. Those of the databases are handed over to the
/// databases' own users when their containers first start.
final class MakeDirectories implements Step {
  /// The user `dff` of the application's image.
  static final int APPLICATION_USER = 2000;

  @Override
  public String title() {
    return "Make directories";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "under " + plan.dir();
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    int made = 0;
    try {
      for (Map.Entry<Path, String> directory : directories(plan).entrySet()) {
        made += make(plan, directory.getKey(), directory.getValue()) ? 1 : 0;
      }
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "The directories under %s could not be made".formatted(plan.dir()),
              e.toString(),
              "Look at the disk and its permissions, then run the same command again.")
          .asException(e);
    }
    return made == 0
        ? new StepResult.Skipped("they are there")
        : new StepResult.Done("%d under %s".formatted(made, plan.dir()));
  }

  private static Map<Path, String> directories(InstallPlan plan) {
    Path root = plan.dir().root();
    Path data = plan.dir().data();
    Map<Path, String> modes = new LinkedHashMap<>();
    modes.put(root, "rwxr-xr-x");
    modes.put(plan.dir().toolkit(), "rwxr-xr-x");
    modes.put(data, "rwxr-xr-x");
    modes.put(data.resolve("logs"), "rwxr-xr-x");
    modes.put(data.resolve("resources"), "rwxr-xr-x");
    modes.put(data.resolve("sqldump"), "rwx------");
    if (plan.stack().mysql()) {
      modes.put(root.resolve("mysql"), "rwx------");
    }
    if (plan.stack().redis()) {
      modes.put(root.resolve("redis"), "rwx------");
    }
    if (plan.stack().mqtt()) {
      modes.put(root.resolve("mosquitto"), "rwx------");
    }
    return modes;
  }

  private static boolean make(InstallPlan plan, Path directory, String mode) throws IOException {
    if (Files.isDirectory(directory)) {
      return false;
    }
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
    if (directory.startsWith(plan.dir().data())) {
      Owners.giveTo(directory, APPLICATION_USER);
    }
    return true;
  }
}
