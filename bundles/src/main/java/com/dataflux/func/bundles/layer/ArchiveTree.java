package com.dataflux.func.bundles.layer;

import com.dataflux.func.platform.ProblemKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Turns archives into trees. Large files are kept in a spool directory until the layer is written.
public final class ArchiveTree {
  private static final int SMALL = 1 << 16;
  private static final int PERMISSIONS = 07777;

  private final Path spool;

  public ArchiveTree(Path spool) {
    this.spool = spool;
  }

  /// Reads an uncompressed tar archive; hard links become files of their own.
  public FileTree tar(InputStream stream) throws IOException {
    FileTree tree = new FileTree();
    TarArchiveInputStream tar = new TarArchiveInputStream(stream);
    for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
      int mode = e.getMode() & PERMISSIONS;
      int uid = (int) e.getLongUserId();
      int gid = (int) e.getLongGroupId();
      if (e.isDirectory()) {
        tree.put(e.getName(), new Node.Directory(mode, uid, gid));
      } else if (e.isSymbolicLink()) {
        tree.put(e.getName(), new Node.Link(e.getLinkName()));
      } else if (e.isLink()) {
        Node target = tree.nodes().get(e.getLinkName().replaceFirst("^(\\./|/)+", ""));
        if (target == null) {
          throw refused(
              e.getName(), "it is a link to %s, which is not there".formatted(e.getLinkName()));
        }
        tree.put(e.getName(), target);
      } else if (e.isFile()) {
        tree.put(e.getName(), new Node.File(mode, uid, gid, keep(tar, e.getSize())));
      } else {
        throw refused(e.getName(), "it is a device or a pipe");
      }
    }
    return tree;
  }

  /// Reads a zip archive below a directory; everything belongs to root, programs stay executable.
  /// Jars in it are unpacked and packed again without compression.
  public FileTree zip(Path archive, String below) throws IOException {
    FileTree tree = new FileTree();
    tree.put(below, new Node.Directory(0755, 0, 0));
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry e : Collections.list(zip.getEntries())) {
        String path = below + "/" + e.getName();
        if (e.isDirectory()) {
          tree.put(path, new Node.Directory(0755, 0, 0));
        } else if (e.isUnixSymlink()) {
          tree.put(path, new Node.Link(zip.getUnixSymlink(e)));
        } else {
          boolean program = (e.getUnixMode() & 0100) != 0;
          try (InputStream stream = zip.getInputStream(e)) {
            Content content = path.endsWith(".jar") ? storedJar(stream) : keep(stream, e.getSize());
            tree.put(path, new Node.File(program ? 0755 : 0644, 0, 0, content));
          }
        }
      }
    }
    return tree;
  }

  /// Reads a directory of this machine below a path of the tree; everything belongs to root.
  public static FileTree directory(Path directory, String below) throws IOException {
    FileTree tree = new FileTree();
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        String relative = directory.relativize(path).toString();
        String name = relative.isEmpty() ? below : below + "/" + relative;
        if (Files.isSymbolicLink(path)) {
          tree.put(name, new Node.Link(Files.readSymbolicLink(path).toString()));
        } else if (Files.isDirectory(path)) {
          tree.put(name, new Node.Directory(0755, 0, 0));
        } else {
          int mode = Files.isExecutable(path) && isOwnerExecutable(path) ? 0755 : 0644;
          tree.put(name, new Node.File(mode, 0, 0, Content.of(path)));
        }
      }
    }
    return tree;
  }

  private static boolean isOwnerExecutable(Path path) throws IOException {
    return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE);
  }

  private Content storedJar(InputStream jar) throws IOException {
    Path file = Files.createTempFile(spool, "file", "");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      StoredJar.write(jar, out);
    }
    return Content.of(file);
  }

  private Content keep(InputStream stream, long size) throws IOException {
    if (size >= 0 && size <= SMALL) {
      return Content.of(stream.readNBytes((int) size));
    }
    Path file = Files.createTempFile(spool, "file", "");
    try (OutputStream out = Files.newOutputStream(file)) {
      stream.transferTo(out);
    }
    return Content.of(file);
  }

  private static RuntimeException refused(String name, String why) {
    return ProblemKind.SOURCE_UNUSABLE.exception(
        "The archive's entry %s is refused".formatted(name), why, "Do not use this archive.");
  }
}
