package com.dataflux.func.installer.full;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/// Writes a full archive: a tar whose last entry says that it is whole. Files may change meanwhile;
/// what that did to them is noted.
final class ArchiveWriter implements AutoCloseable {
  private static final int TRIES = 3;

  private final TarArchiveOutputStream tar;
  private final List<String> changes = new ArrayList<>();

  ArchiveWriter(OutputStream out) {
    this.tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  /// What was not as it stood when it was found, a line each.
  List<String> changes() {
    return List.copyOf(changes);
  }

  /// Adds a file, or a directory with everything in it; what is not there is left out.
  void add(String name, Path source) throws IOException {
    if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all = new ArrayList<>();
    Files.walkFileTree(source, new Gathering(all));
    for (Path each : all.stream().sorted().toList()) {
      String below = source.relativize(each).toString();
      put(below.isEmpty() ? name : name + "/" + below, each);
    }
  }

  /// Adds a file without which the archive is worth nothing.
  ///
  /// @throws IOException where it is not there, or changed meanwhile
  void addWhole(String name, Path file) throws IOException {
    int before = changes.size();
    put(name, file);
    if (changes.size() > before) {
      throw new IOException(changes.getLast());
    }
  }

  private void put(String name, Path file) throws IOException {
    try {
      TarArchiveEntry entry = entry(name, file);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        putContent(entry, file);
      } else {
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
      }
    } catch (NoSuchFileException e) {
      changes.add(file + " vanished, and is left out");
    }
  }

  /// A file that shrinks is read anew: of several entries of one name, the last one counts.
  private void putContent(TarArchiveEntry entry, Path file) throws IOException {
    long missing = putOnce(entry, file);
    for (int again = 1; missing > 0 && again < TRIES; again++) {
      try {
        missing = putOnce(entry, file);
      } catch (NoSuchFileException e) {
        changes.add("%s shrank and vanished; its last %d bytes are zeros".formatted(file, missing));
        return;
      }
      if (missing == 0) {
        changes.add(file + " shrank, and was read anew");
      }
    }
    if (missing > 0) {
      changes.add("%s shrank time and again; its last %d bytes are zeros".formatted(file, missing));
    }
  }

  /// @return how many bytes were missing at its end, and are zeros
  private long putOnce(TarArchiveEntry entry, Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long size = channel.size();
      entry.setSize(size);
      tar.putArchiveEntry(entry);
      long missing = copy(Channels.newInputStream(channel), size);
      tar.closeArchiveEntry();
      if (channel.size() > size) {
        changes.add(file + " grew, and is there as long as it was when it was opened");
      }
      return missing;
    }
  }

  private long copy(InputStream from, long size) throws IOException {
    byte[] piece = new byte[1 << 16];
    long rest = size;
    for (int read = 0; rest > 0 && read >= 0; rest -= Math.max(read, 0)) {
      read = from.read(piece, 0, (int) Math.min(piece.length, rest));
      tar.write(piece, 0, Math.max(read, 0));
    }
    byte[] zeros = new byte[1 << 16];
    for (long left = rest; left > 0; left -= zeros.length) {
      tar.write(zeros, 0, (int) Math.min(zeros.length, left));
    }
    return rest;
  }

  private static TarArchiveEntry entry(String name, Path file) throws IOException {
    TarArchiveEntry entry = entryOfItsKind(name, file);
    entry.setUserId(fact(file, "uid"));
    entry.setGroupId(fact(file, "gid"));
    entry.setMode(fact(file, "mode") & 07777);
    entry.setModTime(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
    return entry;
  }

  private static TarArchiveEntry entryOfItsKind(String name, Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      link.setLinkName(Files.readSymbolicLink(file).toString());
      return link;
    }
    return new TarArchiveEntry(
        Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) ? name + "/" : name);
  }

  private static int fact(Path file, String name) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(FullArchive.END + "/"));
    tar.closeArchiveEntry();
    tar.close();
  }

  /// Finds what there is; what vanishes meanwhile is noted.
  private final class Gathering extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Gathering(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      found.add(directory);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      found.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      return goOn(file, e);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      return e == null ? FileVisitResult.CONTINUE : goOn(directory, e);
    }

    private FileVisitResult goOn(Path path, IOException e) throws IOException {
      if (!(e instanceof NoSuchFileException)) {
        throw e;
      }
      changes.add(path + " vanished, and is left out");
      return FileVisitResult.CONTINUE;
    }
  }
}
