package com.dataflux.func.runtime.config;

import java.util.Collection;

/// How a worker takes and runs tasks.
///
/// @param concurrency calls at once; 0 stands for the default of the queues
/// @param prefetchMultiplier tasks taken ahead for each call that can run
/// @param maxTasksPerChild calls after which a Python process is replaced
/// @param queueLimit tasks that may wait in one queue
/// @param memoryLimit megabytes for one call
public record WorkerSettings(
    int concurrency,
    int prefetchMultiplier,
    int maxTasksPerChild,
    int queueLimit,
    int memoryLimit) {

  /// Calls at once for a worker of these queues.
  public int concurrencyFor(Collection<Integer> queues) {
    if (concurrency > 0) {
      return concurrency;
    }
    return queues.size() == 1 && (queues.contains(0) || queues.contains(7)) ? 2 : 5;
  }
}
