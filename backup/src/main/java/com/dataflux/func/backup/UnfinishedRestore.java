package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.files.PropertyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// A restore that has begun, kept on disk until it has ended well or gone back: a run that is
/// killed is gone on with, and does not take its own half for the state to go back to.
///
/// @param dump what is loaded, with its size
/// @param database into which
/// @param before the dump of what the database held; none where it held nothing, or none was wanted
/// @param emptied whether all that the database holds is of the dump
record UnfinishedRestore(String dump, String database, Optional<Path> before, boolean emptied) {
  private static final String FILE = ".restore";

  static UnfinishedRestore begin(StoredDump dump, Restore.Request request, Optional<Path> before) {
    return new UnfinishedRestore(
        name(dump), request.database().label(), before.map(Path::toAbsolutePath), false);
  }

  private static String name(StoredDump dump) {
    return "%s, %d bytes".formatted(dump.file().toAbsolutePath(), dump.bytes());
  }

  /// The one that was interrupted, where it was the same restore.
  static Optional<UnfinishedRestore> of(
      DumpDirectory directory, StoredDump dump, Restore.Request request) {
    return into(directory, request.database()).filter(left -> left.dump.equals(name(dump)));
  }

  /// The dump of what the database held before one was interrupted, whatever it was to load: what
  /// the database holds since is a half.
  static Optional<Path> wayBack(DumpDirectory directory, Database database) {
    return into(directory, database).flatMap(UnfinishedRestore::before);
  }

  private static Optional<UnfinishedRestore> into(DumpDirectory directory, Database database) {
    return read(directory)
        .filter(left -> left.database.equals(database.label()))
        .filter(left -> left.before.isEmpty() || Files.exists(left.before.get()));
  }

  private static Optional<UnfinishedRestore> read(DumpDirectory directory) {
    Path file = directory.path().resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Properties values = PropertyText.read(Files.readString(file));
      return Optional.of(
          new UnfinishedRestore(
              values.getProperty("dump", ""),
              values.getProperty("database", ""),
              Optional.ofNullable(values.getProperty("before")).map(Path::of),
              Boolean.parseBoolean(values.getProperty("emptied"))));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  UnfinishedRestore afterEmptying() {
    return new UnfinishedRestore(dump, database, before, true);
  }

  /// What the database holds from now on is not of the dump.
  UnfinishedRestore goingBack() {
    return new UnfinishedRestore(dump, database, before, false);
  }

  UnfinishedRestore write(DumpDirectory directory) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("dump", dump);
    values.put("database", database);
    before.ifPresent(file -> values.put("before", file.toString()));
    values.put("emptied", String.valueOf(emptied));
    AtomicFile.write(
        directory.path().resolve(FILE), PropertyText.write(values), AtomicFile.PRIVATE);
    return this;
  }

  static void forget(DumpDirectory directory) {
    AtomicFile.delete(directory.path().resolve(FILE));
  }
}
