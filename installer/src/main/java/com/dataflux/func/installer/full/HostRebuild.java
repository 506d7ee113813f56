package com.dataflux.func.installer.full;

import com.dataflux.func.installer.install.Choices;
import com.dataflux.func.installer.install.GivenConnection;
import com.dataflux.func.installer.install.InstallRequest;
import com.dataflux.func.installer.install.Installation;
import com.dataflux.func.installer.operate.ManualDumps;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.Health;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A lost host, rebuilt on a fresh one from a bundle and a full archive.
public final class HostRebuild {
  private static final String BUILT_IN = "mysql";
  private static final String MANUAL = "data/sqldump/manual";

  /// Stands in the install's directory until the host is rebuilt; the same command then goes on.
  private static final String MARK = ".rebuild";

  private final Display display;
  private final FullArchive archives;

  public HostRebuild(Display display, FullArchive archives) {
    this.display = display;
    this.archives = archives;
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `OTHER_INSTALL` where the host has
  ///   an install already
  public void run(Path bundle, Path archive, InstallDir dir) {
    Path dump = unpacked(archive, dir).orElseGet(() -> unpack(archive, dir));
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
                Health.LIMIT));
    if (!BUILT_IN.equals(YamlFile.read(dir.userConfig()).get("MYSQL_HOST"))) {
      AtomicFile.delete(dir.root().resolve(MARK));
      display.answer(
          "The host is rebuilt. Its database is an external one, and was left as it is; the dump is %s."
              .formatted(dump),
          Map.of("dump", dump));
      return;
    }
    restore(dump, dir);
  }

  /// What an earlier run has unpacked of this archive and did not come to the end with.
  private static Optional<Path> unpacked(Path archive, InstallDir dir) {
    Map<String, Object> mark = YamlFile.read(dir.root().resolve(MARK));
    return archive.toString().equals(mark.get("archive")) && mark.get("dump") instanceof String dump
        ? Optional.of(Path.of(dump)).filter(Files::exists)
        : Optional.empty();
  }

  private Path unpack(Path archive, InstallDir dir) {
    if (!Files.exists(dir.root().resolve(MARK))) {
      InstallRecord.ofHost().installDir().ifPresent(HostRebuild::refuse);
      if (Files.exists(dir.stackFile())) {
        refuse(dir);
      }
    }
    try (Activity activity = display.begin("Unpack " + archive.getFileName())) {
      archives.check(archive, dir);
      mark(dir, Map.of("archive", archive.toString()));
      Path dump = putAside(archives.unpack(archive, dir), dir);
      mark(dir, Map.of("archive", archive.toString(), "dump", dump.toString()));
      activity.done();
      return dump;
    }
  }

  private static void mark(InstallDir dir, Map<String, String> known) {
    try {
      Files.createDirectories(dir.root());
    } catch (IOException e) {
      throw failed(dir.root() + " could not be made", e);
    }
    AtomicFile.write(
        dir.root().resolve(MARK),
        YamlFile.write("A rebuild that has not come to its end.", known),
        AtomicFile.PRIVATE);
  }

  private static ProblemException failed(String what, IOException e) {
    return ProblemKind.FILE_FAILED.problem(what, e.toString(), "Look at the disk.").asException(e);
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
      String said = container.restore(dir.inContainer(dump), dir, LocalEngine::reach, activity);
      AtomicFile.delete(dir.root().resolve(MARK));
      activity.done();
      display.answer("The host is rebuilt. " + said, Map.of("said", said));
    }
  }

  /// Moves the dump to where those made by hand are, as the service's own file.
  private static Path putAside(Path dump, InstallDir dir) {
    Path manual = dir.root().resolve(MANUAL);
    try (Stream<Path> files = Files.list(dump.resolveSibling("."))) {
      ManualDumps.open(manual);
      for (Path file : files.toList()) {
        Path moved = manual.resolve(file.getFileName());
        Files.move(file, moved, StandardCopyOption.REPLACE_EXISTING);
        ManualDumps.hand(moved);
      }
      Files.delete(dump.resolveSibling(".").normalize());
      return manual.resolve(dump.getFileName());
    } catch (IOException e) {
      throw failed("The dump could not be put into " + manual, e);
    }
  }
}
