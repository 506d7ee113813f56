package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.queue.LeasedTask;
import com.dataflux.func.runtime.queue.ResultWire;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.store.RawJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Results from what function processes say, and from their silence.
final class CallResults {
  private CallResults() {}

  static TaskResult of(
      LeasedTask task, JsonNode head, RawJson value, List<String> log, Instant start, long cost) {
    return new TaskResult(
        task.request().id(),
        TaskStatus.valueOf(head.path("status").asText()),
        value,
        head.has("response")
            ? Optional.of(ResultWire.response(head.get("response")))
            : Optional.empty(),
        head.path("einfoText").asText(),
        head.path("exception").asText(),
        log,
        start,
        cost,
        head.path("peakMemory").asLong(),
        task.attempt());
  }

  static TaskResult failed(
      LeasedTask task,
      TaskStatus status,
      String einfo,
      List<String> log,
      Instant start,
      long cost) {
    return new TaskResult(
        task.request().id(),
        status,
        RawJson.NULL,
        Optional.empty(),
        einfo,
        einfo.lines().reduce("", (first, last) -> last),
        log,
        start,
        cost,
        0,
        task.attempt());
  }
}
