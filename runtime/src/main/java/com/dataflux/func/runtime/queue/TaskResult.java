package com.dataflux.func.runtime.queue;

import com.dataflux.func.runtime.store.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a task ended and what came of it.
///
/// @param value the returned value, in the form that was asked for; `null` where the task did not
///   end well
/// @param response where the function answered with `DFF.RESP` and its like
/// @param einfoText the exception with the traceback of the user's lines; for a timeout the text
///   that the manual shows
/// @param exception the exception's last line alone
/// @param log lines that the function printed or logged, capped
/// @param startTime when the function started
/// @param costMillis between start and end
/// @param peakMemory of its process, in bytes; 0 where not known
/// @param attempt 1 for the first
public record TaskResult(
    String id,
    TaskStatus status,
    RawJson value,
    Optional<FunctionResponse> response,
    String einfoText,
    String exception,
    List<String> log,
    Instant startTime,
    long costMillis,
    long peakMemory,
    int attempt) {

  /// The `einfoTEXT` of a call that was killed at its limit, as callers have always seen it.
  public static final String TIMEOUT_EINFO =
      "raise SoftTimeLimitExceeded()\n"
          + "billiard.exceptions.SoftTimeLimitExceeded: SoftTimeLimitExceeded()";

  public TaskResult {
    log = List.copyOf(log);
  }

  /// A result of a task that came to nothing.
  public static TaskResult without(String id, TaskStatus status, String einfoText, int attempt) {
    return new TaskResult(
        id,
        status,
        RawJson.NULL,
        Optional.empty(),
        einfoText,
        einfoText.lines().reduce("", (first, last) -> last),
        List.of(),
        Instant.now(),
        0,
        0,
        attempt);
  }
}
