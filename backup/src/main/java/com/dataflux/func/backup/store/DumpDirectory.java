package com.dataflux.func.backup.store;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.files.HeldLock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A directory of dumps with their records. A dump under its name is whole; one in the making has a
/// hidden name that ends in `.part`.
public final class DumpDirectory {
  private static final String PART = ".part";
  private static final String RECORD = ".record";
  private static final String DAMAGED = ".damaged";

  private static final String LOCK = ".lock";
  private static final Duration TURN = Duration.ofMinutes(30);

  private final Path path;

  public DumpDirectory(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /// A directory beside the hourly dumps, for those that rotation leaves alone.
  public DumpDirectory apart(String name) {
    return new DumpDirectory(path.resolve(name));
  }

  /// Lets one run work here at a time.
  public HeldLock lock(String purpose) {
    return HeldLock.take(path.resolve(LOCK), purpose);
  }

  /// The same, once a run that is at work has ended: a dump of the timetable, for instance.
  public HeldLock lockInTurn(String purpose) {
    return HeldLock.take(path.resolve(LOCK), purpose, TURN);
  }

  /// Every dump here, oldest first.
  public List<StoredDump> list() {
    List<StoredDump> dumps = new ArrayList<>();
    for (Path file : files("*.sql*")) {
      DumpName.parse(fileName(file)).ifPresent(name -> dumps.add(stored(file, name)));
    }
    return dumps.stream().sorted(StoredDump.BY_AGE).toList();
  }

  /// The dump that this file is; the file may be any dump, named in any way.
  public static StoredDump find(Path file) {
    DumpName any = new DumpName(LocalDateTime.MIN, true, DumpFormat.ofFile(fileName(file)));
    return stored(file, DumpName.parse(fileName(file)).orElse(any));
  }

  private static StoredDump stored(Path file, DumpName name) {
    try {
      return new StoredDump(file, name, Files.size(file), recordOf(file));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static Optional<DumpRecord> recordOf(Path file) throws IOException {
    Path record = beside(file, RECORD);
    return Files.exists(record) ? RecordText.read(Files.readString(record)) : Optional.empty();
  }

  /// The number of the next dump.
  public long nextSequence() {
    return list().stream().mapToLong(StoredDump::sequence).max().orElse(0) + 1;
  }

  /// A name that is free, of this second or the next free one after it.
  public DumpName freeName(LocalDateTime now, DumpFormat format) {
    DumpName name = new DumpName(now.withNano(0), false, format);
    while (Files.exists(path.resolve(name.toString()))) {
      name = new DumpName(name.time().plusSeconds(1), false, format);
    }
    return name;
  }

  /// Where the bytes of a dump go until it is whole.
  public Path part(DumpName name) {
    return path.resolve("." + name + PART);
  }

  /// Gives a whole dump its name; its part file has been forced to disk. The record comes first, so
  /// that a dump under its name always has one.
  public StoredDump publish(DumpName name, DumpRecord record) {
    Path file = path.resolve(name.toString());
    write(file, record);
    hand(part(name));
    try {
      AtomicFile.moveInto(part(name), file);
      return new StoredDump(file, name, Files.size(file), Optional.of(record));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /// Replaces what is known of a dump.
  public static StoredDump note(StoredDump dump, DumpRecord record) {
    write(dump.file(), record);
    return dump.with(record);
  }

  private static void write(Path file, DumpRecord record) {
    Path beside = beside(file, RECORD);
    AtomicFile.write(beside, RecordText.write(record), AtomicFile.PRIVATE);
    hand(beside);
  }

  /// Root works here for the service that the directory belongs to, and leaves nothing that the
  /// service cannot read.
  private static void hand(Path file) {
    try {
      UserPrincipal owner = Files.getOwner(file.toAbsolutePath().resolveSibling("."));
      if (!Files.getOwner(file).equals(owner)) {
        Files.setOwner(file, owner);
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /// Takes the name of a dump from a file that proved not to be whole. It stays, as evidence.
  public static Path setAside(StoredDump dump) {
    Path aside = beside(dump.file(), DAMAGED);
    try {
      AtomicFile.moveInto(dump.file(), aside);
      Files.deleteIfExists(beside(dump.file(), RECORD));
      return aside;
    } catch (IOException e) {
      throw failed(dump.file(), e);
    }
  }

  /// Deletes a dump and its record; the dump first, since a record alone does no harm.
  public static void delete(StoredDump dump) {
    try {
      Files.deleteIfExists(dump.file());
      Files.deleteIfExists(beside(dump.file(), RECORD));
    } catch (IOException e) {
      throw failed(dump.file(), e);
    }
  }

  /// Removes what runs that were killed have left. Only the holder of the lock may.
  public void sweep() {
    try {
      for (Path part : files(".dataflux-*" + PART)) {
        Files.deleteIfExists(part);
      }
      for (Path record : files("*.sql*" + RECORD)) {
        String name = fileName(record);
        if (!Files.exists(
            record.resolveSibling(name.substring(0, name.length() - RECORD.length())))) {
          Files.deleteIfExists(record);
        }
      }
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /// How much can still be written here.
  public long freeBytes() {
    try {
      Files.createDirectories(path);
      return Files.getFileStore(path).getUsableSpace();
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  private List<Path> files(String glob) {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path, glob)) {
      List<Path> files = new ArrayList<>();
      stream.forEach(files::add);
      return files;
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /// The file that holds what is known of a dump.
  public static Path recordFile(Path dump) {
    return beside(dump, RECORD);
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(fileName(file) + ending);
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static RuntimeException failed(Path file, IOException cause) {
    return ProblemKind.FILE_FAILED
        .problem(
            "%s could not be read or changed".formatted(file),
            cause.toString(),
            "Look at the disk and at the permissions of the directory of dumps.")
        .asException(cause);
  }
}
