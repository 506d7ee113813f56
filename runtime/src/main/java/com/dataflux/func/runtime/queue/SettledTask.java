package com.dataflux.func.runtime.queue;

/// A task with its result, to be recorded.
public record SettledTask(TaskRequest request, TaskResult result) {
  /// Bytes of the arguments, and of the value, that a record holds. Of what is longer one byte more
  /// comes, so that it shows; `common.lua` cuts the arguments.
  public static final int LONGEST_VALUE = 1 << 16;
}
