package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.queue.CallOutcome;
import com.dataflux.func.runtime.queue.QueueUnavailableException;
import com.dataflux.func.runtime.queue.Submission;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/// Puts calls in the queue, and says in the callers' words what came of it.
final class FunctionCalls {
  private final Services services;
  private final ResultCache cache;

  FunctionCalls(Services services) {
    this.services = services;
    this.cache = new ResultCache(services.redis());
  }

  /// As [#wait(TaskRequest, Duration)], unless the function's options let an earlier result stand.
  TaskResult wait(ObjectNode function, TaskRequest request, Duration patience) {
    if (ResultCache.lifetime(function).isZero()) {
      return wait(request, patience);
    }
    return cache
        .find(function, request)
        .orElseGet(
            () -> {
              TaskResult result = wait(request, patience);
              cache.keep(function, request, result);
              return result;
            });
  }

  /// Runs a call to its end, or to the end of the caller's patience.
  TaskResult wait(TaskRequest request, Duration patience) {
    try {
      return switch (services.queue().call(request, patience)) {
        case CallOutcome.Answered(var result) -> result;
        case CallOutcome.StillRunning(var taskId) ->
            throw new Refusal(
                Reason.EAPITimeout,
                "Waiting function result timeout, but task is still running. Use task ID to fetch"
                    + " result later.",
                Json.object().put("id", taskId));
        case CallOutcome.Full(int queue, Duration retryAfter) -> throw full(queue, retryAfter);
      };
    } catch (QueueUnavailableException e) {
      throw unavailable();
    }
  }

  /// Puts a call in its queue.
  ///
  /// @return the task's id
  String submit(TaskRequest request) {
    try {
      return switch (services.queue().enqueue(request)) {
        case Submission.Accepted(var taskId) -> taskId;
        case Submission.Full(int queue, Duration retryAfter) -> throw full(queue, retryAfter);
      };
    } catch (QueueUnavailableException e) {
      throw unavailable();
    }
  }

  private static Refusal full(int queue, Duration retryAfter) {
    return Reason.EQueueFull.refusal("Queue %d is full; try again later.".formatted(queue))
        .with("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
  }

  private static Refusal unavailable() {
    return Reason.EUnavailable.refusal("The queue cannot be reached; try again later.")
        .with("Retry-After", "5");
  }
}
