package com.dataflux.func.runtime.beat;

import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.queue.SettledTask;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.RawJson;
import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// The system's own tasks: records go to the database, what has expired goes away.
final class Chores {
  private static final Logger LOG = Logger.getLogger(Chores.class.getName());
  private static final int BATCH = 200;
  private static final int MOST_REMOVED = 10_000;

  /// What may be removed from a table at one time, so that the timetable need not wait for long.
  private static final int MOST_REMOVALS = 20;

  /// After this the timetable has its turn again; what is left is moved after that.
  private static final Duration TURN = Duration.ofSeconds(2);

  private static final int LONGEST_NAME = 190;

  private final Settings settings;
  private final DataDirectory data;
  private final Database database;
  private final CallQueue queue;
  private final Rows records;

  Chores(Settings settings, DataDirectory data, Database database, CallQueue queue, Rows records) {
    this.settings = settings;
    this.data = data;
    this.database = database;
    this.queue = queue;
    this.records = records;
  }

  /// Moves records of settled tasks into the database. One that is there already does no harm: a
  /// crash between writing and dropping leaves it so, and a dead letter may have been tried again.
  void flushRecords() {
    long begin = System.nanoTime();
    List<SettledTask> batch = queue.records(BATCH);
    while (!batch.isEmpty()) {
      write(batch);
      queue.dropRecords(batch);
      boolean isLate = System.nanoTime() - begin > TURN.toNanos();
      batch = isLate ? List.of() : queue.records(BATCH);
    }
  }

  /// One record that the database refuses does not hold up the others.
  private void write(List<SettledTask> batch) {
    try {
      writeTogether(batch);
    } catch (JdbiException e) {
      if (!isOfData(e)) {
        throw e;
      }
      for (SettledTask task : batch) {
        writeOrLeaveOut(task);
      }
    }
  }

  private void writeTogether(List<SettledTask> batch) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              for (SettledTask task : batch) {
                write(handle, record(task));
              }
            });
  }

  private void writeOrLeaveOut(SettledTask task) {
    try {
      writeTogether(List.of(task));
    } catch (JdbiException e) {
      if (!isOfData(e)) {
        throw e;
      }
      LOG.warning(
          "The record of %s is left out; the database refuses it: %s"
              .formatted(task.request().id(), e.getMessage()));
    }
  }

  /// Whether the data are to blame (class 22 of SQL's states), not the database.
  static boolean isOfData(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state != null && state.startsWith("22");
      }
    }
    return false;
  }

  private void write(Handle handle, ObjectNode record) {
    String id = record.path("id").asText();
    Optional<ObjectNode> present = records.get(handle, id);
    if (present.isEmpty()) {
      records.add(handle, record);
      return;
    }
    String status = present.get().path("status").asText();
    boolean isSame = present.get().path("attempt").asInt() == record.path("attempt").asInt();
    if (!isSame && !status.equals(TaskStatus.WORKER_LOST.name())) {
      LOG.warning("%s was settled twice".formatted(id));
    }
    records.modify(handle, id, record);
  }

  void removeExpired() throws IOException {
    Instant now = Instant.now();
    removeFiles(data.uploads(), now.minus(settings.web().uploadExpires()));
    LocalDateTime oldest =
        LocalDateTime.ofInstant(now.minus(settings.web().recordExpires()), ZoneOffset.UTC);
    for (String table : List.of("task_records", "operation_records")) {
      remove(table, "create_time", oldest);
    }
    remove("stored_values", "expire_time", LocalDateTime.ofInstant(now, ZoneOffset.UTC));
  }

  private void remove(String table, String time, LocalDateTime oldest) {
    String sql = "DELETE FROM %s WHERE %s < :oldest LIMIT %d".formatted(table, time, MOST_REMOVED);
    long begin = System.nanoTime();
    int removed = MOST_REMOVED;
    for (int i = 0; i < MOST_REMOVALS && removed == MOST_REMOVED; i++) {
      if (System.nanoTime() - begin > TURN.toNanos()) {
        return;
      }
      removed =
          database
              .jdbi()
              .withHandle(handle -> handle.createUpdate(sql).bind("oldest", oldest).execute());
    }
  }

  private static void removeFiles(Path directory, Instant oldest) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.list(directory)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
        Files.deleteIfExists(file);
      }
    }
  }

  static ObjectNode record(SettledTask task) {
    TaskRequest request = task.request();
    TaskResult result = task.result();
    ObjectNode record =
        Json.object()
            .put("id", request.id())
            .put("rootTaskId", request.origin().rootTaskId())
            .put("funcId", shortened(request.work().subject()))
            .put("origin", request.origin().kind())
            .put("originId", shortened(request.origin().id()))
            .put("queue", request.queue())
            .put("status", result.status().name())
            .put("einfoText", result.einfoText())
            .put("triggerTime", request.triggerTime().toString())
            .put("startTime", result.startTime().toString())
            .put("duration", result.costMillis())
            .put("peakMemory", result.peakMemory())
            .put("attempt", result.attempt());
    record.set("kwargs", shortened(request.kwargs()));
    record.set("result", shortened(result.value()));
    result.log().forEach(record.putArray("log")::add);
    return record;
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static JsonNode shortened(RawJson value) {
    return value.length() > SettledTask.LONGEST_VALUE
        ? Json.object().textNode(value.start(SettledTask.LONGEST_VALUE) + "…")
        : value.tree();
  }
}
