package com.dataflux.func.runtime.queue;

import java.time.Duration;

/// What a caller who waits is told.
public sealed interface CallOutcome {

  /// The call ended, well or badly.
  record Answered(TaskResult result) implements CallOutcome {}

  /// The caller's patience ended first; the result is kept under the task's id.
  record StillRunning(String taskId) implements CallOutcome {}

  /// The queue holds as many tasks as it may; nothing was queued.
  record Full(int queue, Duration retryAfter) implements CallOutcome {}
}
