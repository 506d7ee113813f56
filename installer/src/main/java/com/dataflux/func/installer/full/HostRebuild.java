package com.dataflux.func.installer.full;

import com.dataflux.func.installer.install.Choices;
import com.dataflux.func.installer.install.GivenConnection;
import com.dataflux.func.installer.install.InstallRequest;
import com.dataflux.func.installer.install.Installation;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.Health;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A lost host, rebuilt on a fresh one from a bundle and a full archive.
public final class HostRebuild {
  private static final String MANUAL = "data/sqldump/manual";

  private final Display display;
  private final FullArchive archives;

  public HostRebuild(Display display, FullArchive archives) {
    this.display = display;
    this.archives = archives;
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `OTHER_INSTALL` where the host has
  ///   an install already
  public void run(Path bundle, Path archive, InstallDir dir) {
    InstallRecord.ofHost().installDir().ifPresent(HostRebuild::refuse);
    if (Files.exists(dir.stackFile())) {
      refuse(dir);
    }
    Path dump;
    try (Activity activity = display.begin("Unpack " + archive.getFileName())) {
      dump = putAside(archives.unpack(archive, dir), dir);
      activity.done();
    }
    Installation.onThisHost(display)
        .run(
            new InstallRequest(
                bundle,
                Optional.of(dir),
                Choices.NONE,
                GivenConnection.NONE,
                GivenConnection.NONE,
                Optional.empty(),
                List.of(),
                false,
                true,
                Health.LIMIT));
    if (Boolean.TRUE.equals(YamlFile.read(dir.toolkit().resolve("options.yaml")).get("no-mysql"))) {
      display.answer(
          "The host is rebuilt. Its database is an external one, and was left as it is; the dump is %s."
              .formatted(dump),
          Map.of("dump", dump));
      return;
    }
    restore(dump, dir);
  }

  private static void refuse(InstallDir dir) {
    throw ProblemKind.OTHER_INSTALL.exception(
        "This host already has an install in " + dir,
        "a full archive is for a fresh host",
        "Restore its dump with `dataflux-func backup restore`; nothing was changed.");
  }

  private void restore(Path dump, InstallDir dir) {
    BackupContainer container = new BackupContainer(new HostCommandRunner());
    try (Activity activity = display.begin("Restore the database")) {
      Path seen = Path.of("/data").resolve(dir.data().relativize(dump));
      Map<String, String> replicas = container.stopWriters();
      String said;
      try {
        said = container.run(List.of("restore", seen.toString()));
      } finally {
        container.startWriters(replicas);
      }
      activity.done();
      display.answer("The host is rebuilt. " + said, Map.of("said", said));
    }
  }

  /// Moves the dump to where those made by hand are, as the service's own file.
  private static Path putAside(Path dump, InstallDir dir) {
    Path manual = dir.root().resolve(MANUAL);
    try (Stream<Path> files = Files.list(dump.resolveSibling("."))) {
      Files.createDirectories(manual);
      for (Path file : files.toList()) {
        Files.move(file, manual.resolve(file.getFileName()));
      }
      Files.delete(dump.resolveSibling(".").normalize());
      return manual.resolve(dump.getFileName());
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem("The dump could not be put into " + manual, e.toString(), "Look at the disk.")
          .asException(e);
    }
  }
}
