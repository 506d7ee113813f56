package com.dataflux.func.runtime.dumps;

import com.dataflux.func.backup.Move;
import com.dataflux.func.backup.Restore;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an operator's command, or the install's, asks for in this container.
public final class DumpOrders {
  private final DatabaseDumps dumps;
  private final Display display;

  public DumpOrders(DatabaseDumps dumps, Display display) {
    this.dumps = dumps;
    this.display = display;
  }

  /// Makes a dump and says which.
  public void now() {
    try (Activity activity = display.begin("Dump " + dumps.database().label())) {
      StoredDump dump = dumps.byHand(activity);
      activity.done();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("file", dump.file());
      fields.put("bytes", dump.bytes());
      dump.record().ifPresent(known -> fields.put("rows", known.content().rows()));
      dump.record().ifPresent(known -> fields.put("lacking", known.lacking()));
      answer("%s, %s".formatted(dump.file(), Quantity.bytes(dump.bytes())), fields);
    }
  }

  /// Restores a dump into a scratch server, and says how long that took.
  public void tryOut(Path file) {
    try (Activity activity = display.begin("Try " + file)) {
      StoredDump tried = dumps.tryOut(DumpDirectory.find(file), activity);
      activity.done();
      DumpRecord known = tried.record().orElseThrow();
      Duration took = known.restoredIn().orElseThrow();
      answer(
          "%s: restored in %s, %d rows of %d tables are the same."
              .formatted(
                  file,
                  Quantity.time(took),
                  known.content().rows(),
                  known.content().tables().size()),
          Map.of("file", file, "rows", known.content().rows(), "milliseconds", took.toMillis()));
    }
  }

  /// Restores a dump. Who calls has stopped what writes.
  public void restore(Path file) {
    try (Activity activity = display.begin("Restore " + dumps.database().label())) {
      Restore.Restored restored =
          dumps.restore().run(Restore.Request.inPlace(file, dumps.database()), activity);
      activity.done();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("file", file);
      fields.put("rows", restored.content().rows());
      restored.before().ifPresent(before -> fields.put("before", before.file()));
      answer(
          "Restored %d rows of %d tables."
              .formatted(restored.content().rows(), restored.content().tables().size()),
          fields);
    }
  }

  /// Whether a database of another server can take this one in.
  public void checkTarget(Move.Request request) {
    dumps.move().check(request);
    answer("%s can take it.".formatted(request.target().label()), Map.of());
  }

  /// Copies the database to another server. Who calls has stopped what writes.
  public void move(Move.Request request) {
    try (Activity activity = display.begin("Move to " + request.target().label())) {
      Restore.Restored moved = dumps.move().run(request, activity);
      activity.done();
      answer(
          "Copied %d rows of %d tables to %s; every row is the same."
              .formatted(
                  moved.content().rows(),
                  moved.content().tables().size(),
                  request.target().label()),
          Map.of("rows", moved.content().rows()));
    }
  }

  /// The sentence is a field, too: the host shows it.
  private void answer(String said, Map<String, ?> fields) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("said", said);
    display.answer(said, all);
  }
}
