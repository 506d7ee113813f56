package com.dataflux.func.installer.install;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.installer.stack.Trees;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.OnDisk;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A `.tgz` of programs, unpacked into a directory that appears only when it is whole.
final class Archive {
  private final Parcel file;

  Archive(Parcel file) {
    this.file = file;
  }

  /// Replaces a directory by what lies under the archive's one top directory.
  ///
  /// @throws ProblemException where the archive is damaged, or names something outside itself
  void unpackTo(Path directory) {
    Path part = directory.resolveSibling(directory.getFileName() + ".part");
    Path old = directory.resolveSibling(directory.getFileName() + ".old");
    try {
      Trees.delete(part);
      Trees.delete(old);
      Files.createDirectories(part);
      unpack(part);
      OnDisk.forceTree(part);
      if (Files.exists(directory)) {
        Files.move(directory, old);
      }
      Files.move(part, directory);
      OnDisk.force(requireNonNull(directory.toAbsolutePath().getParent()));
      Trees.delete(old);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "%s could not be unpacked into %s".formatted(file.name(), directory),
              e.toString(),
              "Look at the free space of that disk, then run the same command again.")
          .asException(e);
    }
  }

  private void unpack(Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new BufferedInputStream(file.open()), 1 << 16))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path name = Path.of(entry.getName()).normalize();
        if (name.getNameCount() < 2) {
          continue;
        }
        Path path = inside(target, name.subpath(1, name.getNameCount()));
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          link(target, path, entry);
        } else if (entry.isLink()) {
          Path linked = Path.of(entry.getLinkName()).normalize();
          Files.createLink(path, inside(target, linked.subpath(1, linked.getNameCount())));
        } else if (entry.isFile()) {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          boolean executable = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private void link(Path target, Path path, TarArchiveEntry entry) throws IOException {
    Path goal = Path.of(entry.getLinkName());
    if (goal.isAbsolute()) {
      throw escape(entry.getLinkName());
    }
    inside(target, target.relativize(path.resolveSibling(goal).normalize()));
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, goal);
  }

  private Path inside(Path target, Path name) {
    Path path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw escape(name.toString());
    }
    return path;
  }

  private ProblemException escape(String name) {
    return ProblemKind.BUNDLE_MALFORMED.exception(
        "%s names a file outside itself: %s".formatted(file.name(), name),
        "",
        "Use a bundle that was built by this program.");
  }
}
