package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.healthcheck.site.Unavailable;

/// `/proc/meminfo`, in kilobytes.
final class MemoryFigures {
  private final HostFiles files;

  MemoryFigures(HostFiles files) {
    this.files = files;
  }

  long kilobytes(String name) {
    for (String line : files.lines("/proc/meminfo")) {
      if (line.startsWith(name + ":")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new Unavailable("/proc/meminfo does not tell " + name);
  }
}
