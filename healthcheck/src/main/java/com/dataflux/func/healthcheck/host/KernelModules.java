package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.site.HostFiles;
import java.util.stream.Stream;

/// What the kernel can do, as far as its files tell.
final class KernelModules {
  /// Whether a feature is there.
  enum Presence {
    PRESENT,
    ABSENT,
    UNKNOWN
  }

  private final HostFiles files;

  KernelModules(HostFiles files) {
    this.files = files;
  }

  /// Present where it is loaded, built in, or on disk to be loaded; unknown where the host has no
  /// list of modules, as in many virtual machines made of one kernel file.
  Presence find(String module) {
    if (files.exists("/sys/module/" + module) || fileSystem(module)) {
      return Presence.PRESENT;
    }
    String directory = "/lib/modules/" + files.line("/proc/sys/kernel/osrelease");
    if (!files.exists(directory + "/modules.dep")) {
      return Presence.UNKNOWN;
    }
    boolean listed =
        Stream.of("modules.dep", "modules.builtin")
            .flatMap(list -> files.lines(directory + "/" + list).stream())
            .anyMatch(line -> line.split(":", 2)[0].matches(".*/" + module + "\\.ko(\\.\\w+)?"));
    return listed ? Presence.PRESENT : Presence.ABSENT;
  }

  private boolean fileSystem(String name) {
    return files.lines("/proc/filesystems").stream().anyMatch(line -> line.endsWith("\t" + name));
  }
}
