package com.dataflux.func.installer.stack;

import com.dataflux.func.installer.host.HostProbe;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.HeldLock;
import java.nio.file.Path;

/// The one lock that every change of an install holds.
public final class HostLock {
  private static final Path FILE = Path.of("/run/dataflux-func.lock");

  private HostLock() {}

  /// Takes the lock, or says who has it.
  ///
  /// @param purpose what the holder does, in the words of the command line
  /// @throws com.dataflux.func.platform.ProblemException of kind `NOT_ROOT` or `LOCKED`
  public static HeldLock take(String purpose) {
    if (!HostProbe.isRoot()) {
      throw ProblemKind.NOT_ROOT.exception(
          "This must be run as root",
          "it speaks to the engine and writes to the install's directory",
          "Run the same command as root, or with sudo.");
    }
    return HeldLock.take(FILE, purpose);
  }
}
