package com.dataflux.func.runtime.queue;

import java.util.List;

/// A worker that is alive.
///
/// @param id unique for each start of a worker
/// @param leased tasks it holds
public record WorkerPresence(String id, String host, List<Integer> queues, long leased) {
  public WorkerPresence {
    queues = List.copyOf(queues);
  }
}
