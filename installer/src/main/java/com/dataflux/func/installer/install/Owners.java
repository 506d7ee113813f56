package com.dataflux.func.installer.install;

import com.dataflux.func.installer.host.HostProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Owners of files by number: the host has no names for the users of images.
public final class Owners {
  private Owners() {}

  /// Gives a file to a user and the group of the same number. Without root's powers, as in tests,
  /// it stays as it is.
  public static void giveTo(Path file, int id) throws IOException {
    if (HostProbe.isRoot()) {
      Files.setAttribute(file, "unix:uid", id);
      Files.setAttribute(file, "unix:gid", id);
    }
  }

  public static int of(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid");
  }
}
