package com.dataflux.func.installer.full;

import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpFormat;
import com.dataflux.func.installer.host.HostProbe;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.InstallDir;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// Configuration, secrets, stack file, resources, packages and a dump, in one packed tar:
/// `dataflux-func-full-YYYYMMDD-hhmmss.tar.zst`, with `.gpg` behind it where it is encrypted.
public final class FullArchive {
  static final String END = "whole";

  private static final String DUMP = "dump";
  private static final String RESOURCES = "data/resources";
  private static final List<String> FILES =
      List.of(
          "data/user-config.yaml",
          "docker-stack.yaml",
          "docker-stack.example.yaml",
          "toolkit/options.yaml",
          "toolkit/secrets.yaml");

  private final Packing packing;

  /// @param packing how new ones are packed, and the password of those that are encrypted
  public FullArchive(Packing packing) {
    this.packing = packing;
  }

  /// Writes one; it appears under its name when it is whole and on disk.
  ///
  /// @return what changed while it was written, a line for each file; they are there as they were
  ///   at some moment, or left out
  public List<String> write(InstallDir dir, Path dump, Path archive) {
    Path part = archive.resolveSibling("." + archive.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      List<String> changes = writePart(dir, dump, part);
      AtomicFile.moveInto(part, archive);
      return changes;
    } catch (IOException e) {
      throw failed(archive, e);
    } finally {
      AtomicFile.delete(part);
    }
  }

  private List<String> writePart(InstallDir dir, Path dump, Path part) throws IOException {
    Files.createFile(part, PosixFilePermissions.asFileAttribute(AtomicFile.PRIVATE));
    List<String> changes;
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      OutputStream file = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      try (ArchiveWriter writer = new ArchiveWriter(packing.pack(file))) {
        for (String name : FILES) {
          writer.add(name, dir.root().resolve(name));
        }
        writer.add(RESOURCES, dir.root().resolve(RESOURCES));
        writer.addWhole(DUMP + "/" + dump.getFileName(), dump);
        Path record = DumpDirectory.recordFile(dump);
        writer.add(DUMP + "/" + record.getFileName(), record);
        changes = writer.changes();
      }
      file.flush();
      channel.force(true);
    }
    return changes;
  }

  /// Reads one to its end, and changes nothing.
  ///
  /// @throws ProblemException of kind `DUMP_DAMAGED` where it is cut short, altered or foreign
  public void check(Path archive, InstallDir dir) {
    try (InputStream content = content(archive)) {
      new ArchiveReader(dir.root(), false).check(content, FullArchive::isKnown);
    } catch (IOException e) {
      throw damaged(archive, e);
    }
  }

  /// Unpacks one into the place of an install that is yet to be made.
  ///
  /// @return the dump in it
  /// @throws ProblemException of kind `DUMP_DAMAGED`, as [#check(Path, InstallDir)] does
  public Path unpack(Path archive, InstallDir dir) {
    try (InputStream content = content(archive)) {
      Files.createDirectories(dir.root());
      new ArchiveReader(dir.root().toRealPath(), HostProbe.isRoot())
          .unpack(content, FullArchive::isKnown);
      return dumpIn(dir.root().resolve(DUMP));
    } catch (IOException e) {
      throw damaged(archive, e);
    }
  }

  private InputStream content(Path archive) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
    try {
      return packing.unpack(file, DumpFormat.ofFile(String.valueOf(archive.getFileName())));
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private static boolean isKnown(String name) {
    return FILES.contains(name)
        || name.equals(RESOURCES)
        || name.startsWith(RESOURCES + "/")
        || name.startsWith(DUMP + "/");
  }

  private static Path dumpIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> !file.toString().endsWith(".record"))
          .findFirst()
          .orElseThrow(() -> new IOException("it holds no dump"));
    }
  }

  private static ProblemException damaged(Path archive, IOException e) {
    return ProblemKind.DUMP_DAMAGED
        .problem(
            "%s is not a whole archive".formatted(archive),
            e.toString(),
            "Use another one; for an encrypted one give --password-file.")
        .asException(e);
  }

  private static ProblemException failed(Path archive, IOException e) {
    return ProblemKind.FILE_FAILED
        .problem(
            "%s could not be written".formatted(archive),
            e.toString(),
            "Look at the disk and its free space.")
        .asException(e);
  }
}
