package com.dataflux.func.installer.operate;

import com.dataflux.func.backup.DumpOrigin;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// The dump that an install leaves behind: the one that was made for this, or the newest there is.
final class LastDump {
  private final ConfiguredDumps dumps;

  LastDump(InstallDir dir) {
    this.dumps = new ConfiguredDumps(dir);
  }

  /// @param made as the container names it
  StoredDump find(Optional<Path> made) {
    return made.map(file -> DumpDirectory.find(dumps.onHost(file))).orElseGet(this::newest);
  }

  private StoredDump newest() {
    DumpDirectory hourly = dumps.hourly();
    return Arrays.stream(DumpOrigin.values())
        .flatMap(origin -> origin.in(hourly).list().stream())
        .max(Comparator.comparing(StoredDump::name))
        .orElseThrow(
            () ->
                ProblemKind.USAGE.exception(
                    "There is no dump to export", "", "Leave out --export or --no-dump."));
  }
}
