package com.dataflux.func.installer.full;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Writes a full archive: a tar whose last entry says that it is whole.
final class ArchiveWriter implements AutoCloseable {
  private final TarArchiveOutputStream tar;

  ArchiveWriter(OutputStream out) {
    this.tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  /// Adds a file, or a directory with everything in it; what is not there is left out.
  void add(String name, Path source) throws IOException {
    if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(source)) {
      all = walk.sorted().toList();
    }
    for (Path each : all) {
      String below = source.relativize(each).toString();
      put(below.isEmpty() ? name : name + "/" + below, each);
    }
  }

  private void put(String name, Path file) throws IOException {
    TarArchiveEntry entry = entry(name, file);
    entry.setUserId(fact(file, "uid"));
    entry.setGroupId(fact(file, "gid"));
    entry.setMode(fact(file, "mode") & 07777);
    entry.setModTime(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
    tar.putArchiveEntry(entry);
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.copy(file, tar);
    }
    tar.closeArchiveEntry();
  }

  private static int fact(Path file, String name) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }

  private static TarArchiveEntry entry(String name, Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      link.setLinkName(Files.readSymbolicLink(file).toString());
      return link;
    }
    if (Files.isDirectory(file)) {
      return new TarArchiveEntry(name + "/");
    }
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(Files.size(file));
    return entry;
  }

  @Override
  public void close() throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(FullArchive.END + "/"));
    tar.closeArchiveEntry();
    tar.close();
  }
}
