package com.dataflux.func.installer.command;

import com.dataflux.func.backup.DumpOrigin;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.installer.operate.ConfiguredDumps;
import com.dataflux.func.installer.operate.ManualDumps;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Where the dumps of this host are.
final class BackupPlace {
  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "Where the dumps are, if DB_AUTO_BACKUP_PATH puts them elsewhere.")
  private Optional<Path> given = Optional.empty();

  DumpDirectory hourly() {
    return new DumpDirectory(given.orElseGet(() -> configured().hourly().path()));
  }

  private ConfiguredDumps configured() {
    return new ConfiguredDumps(dir());
  }

  /// The host's side of a path that a container names.
  Path onHost(Path inContainer) {
    return configured().onHost(inContainer);
  }

  /// What unpacks the dumps of this host.
  Packing packing() {
    return given.isPresent() ? Packing.PLAIN : configured().packing();
  }

  /// A file's path as the scheduler's container sees it; a file from elsewhere is copied first.
  Path inContainer(Path dump) {
    Path data = dir().data();
    Path here = dump.toAbsolutePath().normalize();
    if (!here.startsWith(data)) {
      Path manual = DumpOrigin.BY_HAND.in(new DumpDirectory(data.resolve("sqldump"))).path();
      here = copy(here, manual.resolve(String.valueOf(here.getFileName())));
    }
    return dir().inContainer(here);
  }

  private static Path copy(Path from, Path to) {
    try {
      ManualDumps.open(to.resolveSibling(".").normalize());
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      ManualDumps.hand(to);
      return to;
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "%s could not be copied to %s".formatted(from, to),
              e.toString(),
              "Look at the free space of the install's directory.")
          .asException(e);
    }
  }

  InstallDir dir() {
    return InstallRecord.ofHost()
        .installDir()
        .orElseThrow(
            () ->
                ProblemKind.NOT_INSTALLED.exception(
                    "There is no install on this host",
                    "/etc/dataflux-func names none",
                    "Give the directory of the dumps with --directory, or install first."));
  }

  /// Every dump, hourly ones first, each sort oldest first.
  Map<DumpOrigin, List<StoredDump>> dumps() {
    Map<DumpOrigin, List<StoredDump>> dumps = new LinkedHashMap<>();
    for (DumpOrigin origin : DumpOrigin.values()) {
      dumps.put(origin, origin.in(hourly()).list());
    }
    return dumps;
  }

  /// The dump that an argument means: a file, or the name of a dump of this host.
  StoredDump dump(Path argument) {
    return Stream.concat(
            Stream.of(argument.toAbsolutePath()),
            Stream.of(DumpOrigin.values())
                .map(origin -> origin.in(hourly()).path().resolve(argument)))
        .filter(Files::isRegularFile)
        .map(DumpDirectory::find)
        .findFirst()
        .orElseThrow(
            () ->
                ProblemKind.USAGE.exception(
                    "There is no dump " + argument,
                    "it is neither a file nor the name of a dump in " + hourly().path(),
                    "See `dataflux-func backup list`; nothing was changed."));
  }

  /// The last hourly dump.
  StoredDump last() {
    List<StoredDump> dumps = hourly().list();
    if (dumps.isEmpty()) {
      throw ProblemKind.USAGE.exception(
          "There is no dump in " + hourly().path(),
          "",
          "Make one with `dataflux-func backup now`.");
    }
    return dumps.getLast();
  }
}
