package com.dataflux.func.installer.stack;

import java.nio.file.Path;

/// What an install puts on the host outside its directory, the engine apart.
public final class HostPaths {
  /// The operator's command, a link.
  public static final Path COMMAND = Path.of("/usr/local/bin/dataflux-func");

  public static final Path ROTATION = Path.of("/etc/logrotate.d/dataflux-func");

  /// The directory of the manual pages.
  public static final Path MAN_PAGES = Path.of("/usr/local/share/man/man1");

  /// Tells where the install is.
  public static final Path RECORD = Path.of("/etc/dataflux-func");

  private HostPaths() {}
}
