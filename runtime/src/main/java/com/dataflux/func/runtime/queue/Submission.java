package com.dataflux.func.runtime.queue;

import java.time.Duration;

/// What a caller who does not wait is told.
public sealed interface Submission {

  /// The task is in its queue and will not be lost.
  record Accepted(String taskId) implements Submission {}

  /// The queue holds as many tasks as it may; nothing was queued.
  record Full(int queue, Duration retryAfter) implements Submission {}
}
