package com.dataflux.func.installer.full;

import com.dataflux.func.installer.install.Choices;
import com.dataflux.func.installer.install.GivenConnection;
import com.dataflux.func.installer.install.InstallRequest;
import com.dataflux.func.installer.install.Installation;
import com.dataflux.func.installer.operate.ManualDumps;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.Health;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.installer.stack.RebuildMark;
import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// A lost host, rebuilt on a fresh one from a bundle and a full archive.
public final class HostRebuild {
  private static final String BUILT_IN = "mysql";
  private static final String MANUAL = "data/sqldump/manual";

  private final Display display;
  private final FullArchive archives;
  private final InstallRecord record;
  private final Function<String, HeldLock> lock;
  private final BiConsumer<HeldLock, InstallRequest> installation;

  public HostRebuild(Display display, FullArchive archives) {
    this(
        display,
        archives,
        InstallRecord.ofHost(),
        HostLock::take,
        (held, request) -> Installation.onThisHost(display).runHolding(held, request));
  }

  /// @param lock by the purpose of its holder
  /// @param installation as a part of what holds the lock
  HostRebuild(
      Display display,
      FullArchive archives,
      InstallRecord record,
      Function<String, HeldLock> lock,
      BiConsumer<HeldLock, InstallRequest> installation) {
    this.display = display;
    this.archives = archives;
    this.record = record;
    this.lock = lock;
    this.installation = installation;
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `OTHER_INSTALL` where the host has
  ///   an install already, `LOCKED` where another command changes it
  public void run(Path bundle, Path archive, InstallDir dir) {
    try (HeldLock held = lock.apply("restore --full " + archive)) {
      Path dump = unpacked(archive, dir).orElseGet(() -> unpack(archive, dir));
      installation.accept(held, request(bundle, dir));
      if (BUILT_IN.equals(YamlFile.read(dir.userConfig()).get("MYSQL_HOST"))) {
        restore(dump, dir);
      } else {
        RebuildMark.remove(dir);
        display.answer(
            "The host is rebuilt. Its database is an external one, and was left as it is; the dump is %s."
                .formatted(dump),
            Map.of("dump", dump));
      }
    }
  }

  private static InstallRequest request(Path bundle, InstallDir dir) {
    return new InstallRequest(
        bundle,
        Optional.of(dir),
        Choices.NONE,
        GivenConnection.NONE,
        GivenConnection.NONE,
        Optional.empty(),
        List.of(),
        false,
        Health.LIMIT);
  }

  /// What an earlier run has unpacked of this archive and did not come to the end with.
  private static Optional<Path> unpacked(Path archive, InstallDir dir) {
    return RebuildMark.in(dir)
        .filter(mark -> mark.archive().equals(archive))
        .flatMap(RebuildMark::dump)
        .filter(Files::exists);
  }

  private Path unpack(Path archive, InstallDir dir) {
    requireFresh(archive, dir);
    try (Activity activity = display.begin("Unpack " + archive.getFileName())) {
      archives.check(archive, dir);
      new RebuildMark(archive, Optional.empty()).write(dir);
      Path dump = putAside(archives.unpack(archive, dir), dir);
      new RebuildMark(archive, Optional.of(dump)).write(dir);
      activity.done();
      return dump;
    }
  }

  /// Whether there is nothing that an archive would be unpacked over but what a rebuild has left:
  /// its own, or that of another archive before anything was installed.
  private void requireFresh(Path archive, InstallDir dir) {
    Optional<InstallDir> there = record.installDir();
    Optional<RebuildMark> mark = RebuildMark.in(dir);
    if (mark.isEmpty() && Files.exists(dir.stackFile())) {
      refuse(dir);
    }
    if (there.isPresent() && (mark.isEmpty() || !there.get().equals(dir))) {
      refuse(there.get());
    }
    if (there.isPresent() && !mark.orElseThrow().archive().equals(archive)) {
      throw ProblemKind.OTHER_INSTALL.exception(
          "A rebuild of this host from %s has not come to its end"
              .formatted(mark.orElseThrow().archive()),
          "its install is there already, and %s is another archive".formatted(archive),
          "Run the same command with that archive, or remove the install with `dataflux-func"
              + " uninstall --data`; nothing was changed.");
    }
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
