package com.dataflux.func.installer.install;

import java.nio.file.Path;

/// Where an engine installed by this program lies. Its programs name their loader and libraries by
/// this path, so it is the same on every host.
final class EngineFiles {
  static final Path DIRECTORY = Path.of("/usr/local/lib/dataflux-func/docker");
  static final Path UNIT = Path.of("/etc/systemd/system/docker.service");
  static final Path INIT_SCRIPT = Path.of("/etc/init.d/docker");
  static final Path SOCKET = Path.of("/var/run/docker.sock");

  private EngineFiles() {}
}
