package com.dataflux.func.platform.files;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Replaces a file so that a reader, or a power cut, meets the old content or the new, never a part
/// of it.
public final class AtomicFile {
  /// For files that hold secrets.
  public static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  /// For files that anyone may read.
  public static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  /// For programs and scripts.
  public static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private AtomicFile() {}

  /// Writes text in UTF-8.
  ///
  /// @throws com.dataflux.func.platform.ProblemException where the disk or the permissions do not
  ///   allow it; the old file then stands as it was
  public static void write(Path file, String text, Set<PosixFilePermission> mode) {
    write(file, text.getBytes(StandardCharsets.UTF_8), mode);
  }

  /// Writes bytes, as [#write(Path, String, Set)] does.
  public static void write(Path file, byte[] content, Set<PosixFilePermission> mode) {
    Path directory = directoryOf(file);
    Path part = directory.resolve("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(part);
      Files.createFile(part, PosixFilePermissions.asFileAttribute(PRIVATE));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        Files.setPosixFilePermissions(part, mode);
      }
      moveInto(part, file);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "%s could not be written".formatted(file),
              e.toString(),
              "Look at the free space and the permissions of %s, then run the same command again."
                  .formatted(directory))
          .asException(e);
    }
  }

  /// Removes a file, where it is there.
  ///
  /// @throws com.dataflux.func.platform.ProblemException where the disk or the permissions do not
  ///   allow it
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(file + " could not be removed", e.toString(), "Look at the disk.")
          .asException(e);
    }
  }

  /// Puts a finished file, or a link, in the place of another in the same directory: its content is
  /// on disk before its name, and the change of names is durable.
  public static void moveInto(Path finished, Path target) throws IOException {
    if (!Files.isSymbolicLink(finished)) {
      OnDisk.force(finished);
    }
    Files.move(
        finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    OnDisk.force(directoryOf(target));
  }

  private static Path directoryOf(Path file) {
    return requireNonNull(file.toAbsolutePath().getParent(), "a file, not the root directory");
  }
}
