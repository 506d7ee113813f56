package com.dataflux.func.installer.operate;

import com.dataflux.func.backup.DumpOrigin;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/// The newest dump of an install, whatever it was made for.
final class LastDump {
  private final DumpDirectory hourly;

  LastDump(Installed installed) {
    this.hourly = new DumpDirectory(installed.dir().data().resolve("sqldump"));
  }

  void copyTo(Path place) {
    StoredDump dump =
        Arrays.stream(DumpOrigin.values())
            .flatMap(origin -> origin.in(hourly).list().stream())
            .max(Comparator.comparing(StoredDump::name))
            .orElseThrow(
                () ->
                    ProblemKind.USAGE.exception(
                        "There is no dump to export", "", "Leave out --export or --no-dump."));
    try {
      Files.createDirectories(place);
      Files.copy(dump.file(), place.resolve(dump.name().toString()));
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "%s could not be copied to %s".formatted(dump.file(), place),
              e.toString(),
              "Look at the place's room; nothing was removed.")
          .asException(e);
    }
  }
}
