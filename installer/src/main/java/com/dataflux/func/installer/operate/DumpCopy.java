package com.dataflux.func.installer.operate;

import com.dataflux.func.backup.Verification;
import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.files.AtomicFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A dump's copy in another place. It has its name once it is whole and on disk, and is for its
/// owner alone, as a dump holds the whole database.
///
/// @param content as it was read back
public record DumpCopy(Path file, DumpContent content) {

  /// Copies a dump with its record, and reads the copy back.
  ///
  /// @throws ProblemException where the copy cannot be made or is not the same; it is then gone
  public static DumpCopy of(StoredDump dump, Path directory, Packing packing, Activity activity) {
    Path copy = directory.resolve(String.valueOf(dump.file().getFileName()));
    try {
      Files.createDirectories(directory);
      if (Files.exists(copy)) {
        throw new FileAlreadyExistsException(copy.toString());
      }
      copyWithRecord(dump.file(), copy);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "%s could not be copied to %s".formatted(dump.file(), directory),
              e.toString(),
              "Look at the place's room, and that no file of that name is there.")
          .asException(e);
    }
    try {
      return new DumpCopy(copy, Verification.inspect(DumpDirectory.find(copy), packing, activity));
    } catch (ProblemException e) {
      DumpDirectory.delete(DumpDirectory.find(copy));
      throw e;
    }
  }

  /// The record comes first, so that a dump under its name has one; it does not stay alone.
  private static void copyWithRecord(Path dump, Path copy) throws IOException {
    Path record = DumpDirectory.recordFile(dump);
    Path recordOfCopy = DumpDirectory.recordFile(copy);
    if (Files.exists(record)) {
      copy(record, recordOfCopy);
    }
    try {
      copy(dump, copy);
    } catch (IOException e) {
      Files.deleteIfExists(recordOfCopy);
      throw e;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Path part = to.resolveSibling("." + to.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      Files.createFile(part, PosixFilePermissions.asFileAttribute(AtomicFile.PRIVATE));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        Files.copy(from, Channels.newOutputStream(channel));
        channel.force(true);
      }
      AtomicFile.moveInto(part, to);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
