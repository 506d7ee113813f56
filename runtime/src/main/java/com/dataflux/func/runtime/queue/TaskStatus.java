package com.dataflux.func.runtime.queue;

/// How a task ended.
public enum TaskStatus {
  OK,
  /// The function raised an exception, or its process crashed or ran out of memory.
  FAILED,
  /// The function was past its limit and was killed.
  TIMEOUT,
  /// The function's result cannot be turned into JSON.
  PARSING_FAILED,
  /// The code could not be loaded, or holds no such function.
  NOT_LOADED,
  /// The worker died; whether the function ran to its end is not known.
  WORKER_LOST,
  /// The queue was cleared while the task waited.
  CLEARED
}
