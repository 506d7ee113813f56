package com.dataflux.func.runtime.queue;

import com.dataflux.func.runtime.store.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What goes where once a task has ended: to its caller, under its id, and into its record.
final class Settlement {
  private static final byte[] NO_RECORD = {};

  /// Results over 1 MiB are kept for an hour: a day's worth of them does not fit into Redis.
  private static final int LARGE = 1 << 20;

  private static final Duration KEEP = Duration.ofSeconds(RedisCallQueue.KEEP_SECONDS);
  private static final Duration KEEP_LARGE = Duration.ofHours(1);

  /// After its limit: as long as the timetable asks whether a run has ended.
  private static final Duration KEEP_STATUS = Duration.ofMinutes(10);

  /// Characters of an exception with its traceback: with four bytes to each, 64 KB.
  private static final int LONGEST_TEXT = 1 << 14;

  private final String flags;
  private final byte[] result;
  private final byte[] record;
  private final long keepSeconds;

  private Settlement(String flags, byte[] result, byte[] record, long keepSeconds) {
    this.flags = flags;
    this.result = result;
    this.record = record;
    this.keepSeconds = keepSeconds;
  }

  static Settlement of(LeasedTask task, TaskResult result) {
    boolean failed = result.status() != TaskStatus.OK;
    boolean keep = !task.isAwaited() || task.request().keepResult();
    byte[] record = failed || keep ? ResultWire.write(recorded(result)) : NO_RECORD;
    String flags = (failed ? "F" : "") + (keep ? "K" : "");
    if (isForNobody(task)) {
      Duration status = task.request().timeout().plus(KEEP_STATUS);
      return new Settlement(flags, ResultWire.write(statusOf(result)), record, status.toSeconds());
    }
    byte[] whole = ResultWire.write(result);
    return new Settlement(flags, whole, record, keepSeconds(whole.length));
  }

  /// As `settle.lua` reads them.
  String flags() {
    return flags;
  }

  /// For the caller, and to be kept.
  byte[] result() {
    return result;
  }

  /// What is recorded of the result; empty for no record.
  byte[] record() {
    return record;
  }

  /// How long the result is kept where it is.
  long keepSeconds() {
    return keepSeconds;
  }

  /// How long a result of so many bytes is kept.
  static long keepSeconds(int bytes) {
    return (bytes > LARGE ? KEEP_LARGE : KEEP).toSeconds();
  }

  /// The timetable starts tasks whose values nobody fetches: that such a task has ended, and how,
  /// is all that is asked for.
  private static boolean isForNobody(LeasedTask task) {
    return !task.isAwaited()
        && !task.request().keepResult()
        && task.request().origin().kind().equals("crontab");
  }

  private static TaskResult statusOf(TaskResult result) {
    return about(result, RawJson.NULL, List.of());
  }

  /// What is recorded: no answer's bytes, and of the value so much as fits.
  private static TaskResult recorded(TaskResult result) {
    RawJson value = result.value();
    int most = SettledTask.LONGEST_VALUE + 1;
    return about(result, value.length() > most ? value.first(most) : value, result.log());
  }

  private static TaskResult about(TaskResult result, RawJson value, List<String> log) {
    return new TaskResult(
        result.id(),
        result.status(),
        value,
        Optional.empty(),
        shortened(result.einfoText()),
        shortened(result.exception()),
        log,
        result.startTime(),
        result.costMillis(),
        result.peakMemory(),
        result.attempt());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
