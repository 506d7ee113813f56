package com.dataflux.func.installer.command;

import java.io.IOException;
import java.nio.file.Path;

/// Whether somebody reads what this process prints. Asked of the kernel, since a `Console` is about
/// standard input and output together.
final class Terminal {
  static final int OUTPUT = 1;
  static final int ERRORS = 2;

  private Terminal() {}

  /// @param descriptor of this process
  static boolean is(int descriptor) {
    try {
      return Path.of("/proc/self/fd/" + descriptor)
          .toRealPath()
          .toString()
          .matches("/dev/(pts|tty).*");
    } catch (IOException e) {
      return false;
    }
  }
}
