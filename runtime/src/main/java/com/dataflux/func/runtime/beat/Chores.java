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
import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The system's own tasks: records go to the database, what has expired goes away.
final class Chores {
  private static final Logger LOG = Logger.getLogger(Chores.class.getName());
  private static final int BATCH = 200;
  private static final int LONGEST_RESULT = 1 << 16;

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
    for (List<SettledTask> tasks = queue.records(BATCH);
        !tasks.isEmpty();
        tasks = queue.records(BATCH)) {
      List<SettledTask> batch = tasks;
      database
          .jdbi()
          .useTransaction(
              handle -> {
                for (SettledTask task : batch) {
                  write(handle, record(task));
                }
              });
      queue.dropRecords(batch);
    }
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
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle
                      .createUpdate(
                          "DELETE FROM %s WHERE create_time < :oldest LIMIT 10000".formatted(table))
                      .bind("oldest", oldest)
                      .execute());
    }
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate("DELETE FROM stored_values WHERE expire_time < :now LIMIT 10000")
                    .bind("now", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                    .execute());
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

  private static ObjectNode record(SettledTask task) {
    TaskRequest request = task.request();
    TaskResult result = task.result();
    ObjectNode record =
        Json.object()
            .put("id", request.id())
            .put("rootTaskId", request.origin().rootTaskId())
            .put("funcId", request.work().subject())
            .put("origin", request.origin().kind())
            .put("originId", request.origin().id())
            .put("queue", request.queue())
            .put("status", result.status().name())
            .put("einfoText", result.einfoText())
            .put("triggerTime", request.triggerTime().toString())
            .put("startTime", result.startTime().toString())
            .put("duration", result.costMillis())
            .put("peakMemory", result.peakMemory())
            .put("attempt", result.attempt());
    record.set("kwargs", request.kwargs().tree());
    record.set(
        "result",
        result.value().length() > LONGEST_RESULT
            ? Json.object().textNode(result.value().start(LONGEST_RESULT) + "…")
            : result.value().tree());
    result.log().forEach(record.putArray("log")::add);
    return record;
  }
}
