package com.dataflux.func.installer.host;

import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file system that a path is on, or will be on once it is made.
///
/// @param id tells whether two paths share one file system
public record Disk(Path path, Object id, long freeBytes) {

  public static Disk of(Path path) {
    Path existing = path;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      FileStore store = Files.getFileStore(existing);
      return new Disk(path, Files.getAttribute(existing, "unix:dev"), store.getUsableSpace());
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "The disk of %s could not be looked at".formatted(path),
              e.toString(),
              "Look at the directory " + existing + ".")
          .asException(e);
    }
  }
}
