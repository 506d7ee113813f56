package com.dataflux.func.runtime.beat;

import com.dataflux.func.platform.settings.Crontab;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.QueueUnavailableException;
import com.dataflux.func.runtime.queue.Submission;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Query;
import com.dataflux.func.runtime.store.Redis;
import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Starts the functions whose time has come, minute by minute. A run whose predecessor still runs
/// is skipped; a minute is never carried out twice, whoever was active.
final class Timetable {
  private static final Logger LOG = Logger.getLogger(Timetable.class.getName());
  private static final int CRONTAB_QUEUE = 8;

  private final Settings settings;
  private final Redis redis;
  private final CallQueue queue;
  private final Rows entries;
  private final Rows functions;

  Timetable(Settings settings, Redis redis, CallQueue queue, Rows entries, Rows functions) {
    this.settings = settings;
    this.redis = redis;
    this.queue = queue;
    this.entries = entries;
    this.functions = functions;
  }

  /// Starts everything that is due in this minute and has not been started.
  ///
  /// @return false where something could not be started, and is to be tried again
  boolean run(Instant minute) {
    boolean whole = true;
    for (ObjectNode entry : entries.list(Query.where("isDisabled", "false")).items()) {
      String id = entry.path("id").asText();
      try {
        consider(entry, minute);
      } catch (IllegalArgumentException | java.time.DateTimeException e) {
        LOG.log(Level.WARNING, "Timetable %s cannot be read: %s".formatted(id, e.getMessage()));
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Timetable %s could not be started".formatted(id), e);
        whole = false;
      }
    }
    return whole;
  }

  private void consider(ObjectNode entry, Instant minute) {
    JsonNode expires = entry.path("expireTime");
    if (expires.isTextual() && Instant.parse(expires.asText()).isBefore(minute)) {
      return;
    }
    Optional<ObjectNode> function = functions.get(entry.path("funcId").asText());
    if (function.isEmpty()) {
      return;
    }
    JsonNode options = function.get().path("options");
    String expression =
        options.hasNonNull("fixedCrontab")
            ? options.path("fixedCrontab").asText()
            : text(entry, "crontab");
    if (expression.isEmpty()) {
      return;
    }
    String zone = text(entry, "timezone");
    ZonedDateTime local = minute.atZone(zone.isEmpty() ? settings.timezone() : ZoneId.of(zone));
    if (!Crontab.parse(expression).matches(local) || Crontab.isRepetition(local)) {
      return;
    }
    JsonNode delays = options.path("delayedCrontab");
    if (delays.isNumber() || delays.isArray()) {
      for (JsonNode delay : delays.isArray() ? delays : Json.array().add(delays)) {
        Instant due = minute.plusMillis(Math.round(delay.asDouble() * 1000));
        start(entry, options, expression, due, "+" + delay.asText());
      }
    } else {
      start(entry, options, expression, minute, "");
    }
  }

  private static String text(JsonNode entry, String field) {
    return entry.hasNonNull(field) ? entry.path(field).asText() : "";
  }

  private void start(
      ObjectNode entry, JsonNode options, String expression, Instant due, String delay) {
    Duration wait = Duration.between(Instant.now(), due);
    if (wait.isPositive()) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  Thread.sleep(wait);
                  submit(entry, options, expression, due, delay);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                  String id = entry.path("id").asText();
                  LOG.log(Level.WARNING, "Timetable %s could not be started".formatted(id), e);
                }
              });
    } else {
      submit(entry, options, expression, due, delay);
    }
  }

  private void submit(
      ObjectNode entry, JsonNode options, String expression, Instant due, String delay) {
    String id = entry.path("id").asText();
    String once = "crontab@%s@%d%s".formatted(id, due.getEpochSecond(), delay);
    if (!redis.putIfAbsent(once, "1", Duration.ofHours(1)) || stillRuns(id)) {
      return;
    }
    int seconds = options.path("timeout").asInt(settings.timeouts().functionDefault());
    Duration timeout = Duration.ofSeconds(Math.min(seconds, settings.timeouts().functionMax()));
    TaskRequest request =
        TaskRequest.published(
            entry.path("funcId").asText(),
            entry.path("funcCallKwargs") instanceof ObjectNode kwargs ? kwargs : Json.object(),
            options.path("queue").asInt(CRONTAB_QUEUE),
            timeout,
            Origin.of("crontab", id).withCrontab(expression));
    switch (enqueue(request, once)) {
      case Submission.Accepted(var taskId) -> {
        redis.put("crontab-task@" + id, taskId, timeout.plusMinutes(10));
        entries.modify(id, Json.object().put("lastRunTime", due.toString()));
      }
      case Submission.Full(int number, Duration retryAfter) ->
          LOG.warning("Timetable %s missed a run: queue %d is full".formatted(id, number));
    }
  }

  private Submission enqueue(TaskRequest request, String once) {
    try {
      return queue.enqueue(request);
    } catch (QueueUnavailableException e) {
      redis.remove(once);
      throw e;
    }
  }

  private boolean stillRuns(String id) {
    Optional<String> last = redis.get("crontab-task@" + id);
    boolean runs = last.isPresent() && queue.result(last.get()).isEmpty();
    if (runs) {
      LOG.warning("Timetable %s skipped a run: %s has not ended".formatted(id, last.get()));
    }
    return runs;
  }
}
