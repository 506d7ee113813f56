package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.install.Owners;
import com.dataflux.func.platform.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The directory of dumps made by hand, where root puts one from elsewhere: it and what is in it
/// are the service's own, which is to write there later.
public final class ManualDumps {
  /// The user that makes dumps in the scheduler's container.
  private static final int SERVICE = 2000;

  private ManualDumps() {}

  /// Makes the directory, and the one above it, where they are not there.
  public static void open(Path manual) throws IOException {
    Path hourly = manual.resolveSibling(".").normalize();
    boolean fresh = !Files.exists(hourly);
    Files.createDirectories(manual);
    if (fresh) {
      Owners.giveTo(hourly, SERVICE);
    }
    Files.setPosixFilePermissions(manual, PosixFilePermissions.fromString("rwx------"));
    Owners.giveTo(manual, SERVICE);
  }

  public static void hand(Path file) throws IOException {
    Files.setPosixFilePermissions(file, AtomicFile.PRIVATE);
    Owners.giveTo(file, SERVICE);
  }
}
