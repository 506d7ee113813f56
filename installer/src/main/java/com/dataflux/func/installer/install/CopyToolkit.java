package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.files.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts the `dataflux-func` command on the host, with the Java runtime it needs, so that it works
/// when the bundle is gone.
final class CopyToolkit implements Step {
  private static final String JAR = "dataflux-func.jar";

  private final Path link;

  CopyToolkit(Path link) {
    this.link = link;
  }

  @Override
  public String title() {
    return "Copy toolkit";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "the command %s, with its program in %s".formatted(link, plan.dir().toolkit());
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    Path toolkit = plan.dir().toolkit();
    Path jar = toolkit.resolve(JAR);
    Runtimes runtimes = new Runtimes(plan.dir());
    Path launcher = toolkit.resolve("bin/dataflux-func");
    try {
      String version = plan.cargo().toolkitDigest();
      Path marker = toolkit.resolve("version");
      boolean current =
          Files.exists(marker)
              && Files.readString(marker).equals(version)
              && Files.exists(jar)
              && runtimes.isCurrent(plan.cargo())
              && Files.exists(launcher);
      runtimes.removeUnused();
      if (current && isLinked(launcher)) {
        return new StepResult.Skipped("the command %s is this version".formatted(link));
      }
      if (!current) {
        runtimes.unpack(plan.cargo());
        copy(plan.cargo().jar(), jar);
        AtomicFile.write(launcher, Launcher.script(toolkit), AtomicFile.EXECUTABLE);
        AtomicFile.write(marker, version, AtomicFile.READABLE);
      }
      link(launcher);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "The command could not be put into " + toolkit,
              e.toString(),
              "Look at the free space of that disk, then run the same command again.")
          .asException(e);
    }
    return new StepResult.Done(link.toString());
  }

  private static void copy(Parcel from, Path to) throws IOException {
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try (InputStream content = from.open()) {
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
    }
    AtomicFile.moveInto(part, to);
  }

  private boolean isLinked(Path launcher) throws IOException {
    return Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(launcher);
  }

  private void link(Path launcher) throws IOException {
    if (!isLinked(launcher)) {
      Files.createDirectories(link.getParent());
      Path part = link.resolveSibling("." + link.getFileName() + ".part");
      Files.deleteIfExists(part);
      Files.createSymbolicLink(part, launcher);
      AtomicFile.moveInto(part, link);
    }
  }
}
