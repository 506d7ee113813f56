package com.dataflux.func.installer.full;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Unpacks a full archive below a directory, and nowhere else.
final class ArchiveReader {
  private final Path root;
  private final boolean owners;

  /// @param owners whether files get the owners that they had, which takes root's powers
  ArchiveReader(Path root, boolean owners) {
    this.root = root;
    this.owners = owners;
  }

  /// Reads an archive to its end, and changes nothing.
  ///
  /// @param isKnown which names may be there at all
  /// @throws IOException where the archive is cut short, or is none of this program
  void check(InputStream in, Predicate<String> isKnown) throws IOException {
    read(in, isKnown, (entry, target, content) -> {});
  }

  /// The same, and puts everything in its place.
  void unpack(InputStream in, Predicate<String> isKnown) throws IOException {
    read(in, isKnown, this::put);
  }

  private void read(InputStream in, Predicate<String> isKnown, Taker taker) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8");
    boolean whole = false;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      String name = entry.getName().replaceFirst("/$", "");
      if (name.equals(FullArchive.END)) {
        whole = true;
      } else {
        taker.take(entry, target(name, isKnown), tar);
      }
    }
    // What packs the tar checks itself at its end.
    in.transferTo(OutputStream.nullOutputStream());
    if (!whole) {
      throw new IOException("it is cut short");
    }
  }

  private Path target(String name, Predicate<String> isKnown) throws IOException {
    Path target = root.resolve(name).normalize();
    if (!isKnown.test(name) || !target.startsWith(root) || target.equals(root)) {
      throw new IOException("it holds " + name + ", which no full archive does");
    }
    for (Path above = target.getParent();
        above != null && !above.equals(root);
        above = above.getParent()) {
      if (Files.isSymbolicLink(above)) {
        throw new IOException("it puts %s behind a symbolic link".formatted(name));
      }
    }
    return target;
  }

  private void put(TarArchiveEntry entry, Path target, InputStream content) throws IOException {
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.getLinkFlag() == TarConstants.LF_NORMAL) {
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    } else {
      throw new IOException("it holds a special file " + entry.getName());
    }
    if (owners) {
      Files.setAttribute(
          target, "unix:uid", Math.toIntExact(entry.getLongUserId()), LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(
          target, "unix:gid", Math.toIntExact(entry.getLongGroupId()), LinkOption.NOFOLLOW_LINKS);
    }
    if (!entry.isSymbolicLink()) {
      Files.setPosixFilePermissions(target, permissions(entry.getMode()));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int bit = 0; bit < all.length; bit++) {
      if ((mode & (0400 >> bit)) != 0) {
        permissions.add(all[bit]);
      }
    }
    return permissions;
  }

  @FunctionalInterface
  private interface Taker {
    void take(TarArchiveEntry entry, Path target, InputStream content) throws IOException;
  }
}
