package com.dataflux.func.runtime.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// What a worker serves and how.
///
/// @param queues served
/// @param concurrency function processes
/// @param prefetch tasks held for each process, the running one included
/// @param callsPerProcess after which a process is replaced
/// @param memoryLimit bytes of address space a process may have
/// @param uploads where uploaded files lie
/// @param timeoutMax the longest limit of a call
public record WorkerPlan(
    List<Integer> queues,
    int concurrency,
    int prefetch,
    int callsPerProcess,
    long memoryLimit,
    Path uploads,
    Duration timeoutMax) {

  /// Callers who wait come first, then the editor, the system, functions, crontab, batches.
  private static final List<Integer> RANK = List.of(1, 7, 0, 2, 3, 4, 5, 6, 8, 9);

  public WorkerPlan {
    queues = queues.stream().sorted(Comparator.comparingInt(RANK::indexOf)).toList();
  }

  static int rank(int queue) {
    return RANK.indexOf(queue);
  }

  int capacity() {
    return concurrency * Math.max(1, prefetch);
  }
}
