package com.dataflux.func.installer.stack;

import java.nio.file.Path;

/// Where an engine installed by this program lies. Its programs name their loader and libraries by
/// this path, so it is the same on every host.
public final class EngineFiles {
  public static final Path DIRECTORY = Path.of("/usr/local/lib/dataflux-func/docker");
  public static final Path UNIT = Path.of("/etc/systemd/system/docker.service");
  public static final Path INIT_SCRIPT = Path.of("/etc/init.d/docker");
  public static final Path SOCKET = Path.of("/var/run/docker.sock");

  private EngineFiles() {}
}
