package com.dataflux.func.runtime.server.base;

import com.dataflux.func.runtime.function.ScriptInspector;
import com.dataflux.func.runtime.queue.CallOutcome;
import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.QueueUnavailableException;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.queue.Work;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;

/// Inspects code by a task in the queue of debug runs.
public record Inspection(CallQueue queue) implements ScriptInspector {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int DEBUG_QUEUE = 7;

  @Override
  public Finding inspect(String scriptId, String code) {
    TaskRequest request =
        TaskRequest.of(
            new Work.Inspection(scriptId, code),
            Json.object(),
            DEBUG_QUEUE,
            TIMEOUT,
            Origin.of("inspection", scriptId));
    try {
      return switch (queue.call(request, TIMEOUT)) {
        case CallOutcome.Answered(var result) -> finding(result);
        case CallOutcome.StillRunning(var id) ->
            new Finding.Unanswered("No worker took the code within 20 seconds.");
        case CallOutcome.Full(int number, Duration retryAfter) ->
            new Finding.Unanswered("The queue of debug runs is full.");
      };
    } catch (QueueUnavailableException e) {
      return new Finding.Unanswered("The queue cannot be reached.");
    }
  }

  private static Finding finding(TaskResult result) {
    if (result.status() != TaskStatus.OK) {
      return new Finding.Fails(result.einfoText());
    }
    return result.value().tree() instanceof ArrayNode functions
        ? new Finding.Loads(functions)
        : new Finding.Unanswered("The worker's finding cannot be read.");
  }
}
