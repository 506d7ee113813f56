package com.dataflux.func.platform.engine;

import java.nio.file.Path;

/// Where an engine installed by this program lies. Its programs name their loader and libraries by
/// this path, so it is the same on every host.
public final class EngineFiles {
  public static final Path DIRECTORY = Path.of("/usr/local/lib/dataflux-func/docker");

  /// The packet filter that it brings for hosts without one.
  public static final Path FALLBACK = DIRECTORY.resolve("fallback");

  public static final Path UNIT = Path.of("/etc/systemd/system/docker.service");
  public static final Path INIT_SCRIPT = Path.of("/etc/init.d/docker");
  public static final Path SOCKET = Path.of("/var/run/docker.sock");

  private EngineFiles() {}
}
