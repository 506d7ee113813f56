package com.dataflux.func.runtime.queue;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.RawJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/// Tasks as they stand in the lists: a line of JSON that begins with the fields which the scripts
/// read, in this order: `id`, `attempt`, `queue`, `replyTo`; then the arguments.
final class RequestWire {
  private RequestWire() {}

  /// @param replyTo the server that waits; empty for none
  static byte[] write(TaskRequest request, String replyTo) {
    ObjectNode task = Json.object();
    task.put("id", request.id());
    task.put("attempt", 1);
    task.put("queue", request.queue());
    task.put("replyTo", replyTo);
    switch (request.work()) {
      case Work.Published published -> task.put("funcId", published.funcId());
      case Work.Draft draft -> task.put("funcId", draft.funcId()).put("work", "draft");
      case Work.Inspection inspection ->
          task.put("funcId", inspection.scriptId())
              .put("work", "inspection")
              .put("code", inspection.code());
    }
    task.put("timeout", request.timeout().toMillis());
    task.put("triggerTime", request.triggerTime().toEpochMilli());
    if (request.returnType() != ReturnType.RAW) {
      task.put("returnType", request.returnType().text());
    }
    if (request.keepResult()) {
      task.put("keepResult", true);
    }
    Origin origin = request.origin();
    task.put("origin", origin.kind());
    task.put("originId", origin.id());
    if (!origin.rootTaskId().isEmpty()) {
      task.put("rootTaskId", origin.rootTaskId()).put("depth", origin.depth());
    }
    if (!origin.crontab().isEmpty()) {
      task.put("crontab", origin.crontab());
    }
    if (!origin.httpRequest().isEmpty()) {
      task.set("httpRequest", origin.httpRequest());
    }
    if (request.hasFiles()) {
      task.put("hasFiles", true);
    }
    return TwoLines.write(task, request.kwargs());
  }

  /// @throws IllegalArgumentException where the text is no task
  static LeasedTask read(byte[] payload) {
    return read(payload, payload.length);
  }

  /// @param to where the task ends in the text
  static LeasedTask read(byte[] text, int to) {
    int line = TwoLines.end(text, 0);
    JsonNode task = Json.read(text, 0, line);
    String funcId = task.path("funcId").asText();
    Work work =
        switch (task.path("work").asText()) {
          case "draft" -> new Work.Draft(funcId);
          case "inspection" -> new Work.Inspection(funcId, task.path("code").asText());
          default -> new Work.Published(funcId);
        };
    Origin origin =
        new Origin(
            task.path("origin").asText(),
            task.path("originId").asText(),
            task.path("rootTaskId").asText(),
            task.path("depth").asInt(),
            task.path("crontab").asText(),
            object(task.path("httpRequest")));
    TaskRequest request =
        new TaskRequest(
            task.path("id").asText(),
            work,
            RawJson.of(text, line + 1, to),
            task.path("hasFiles").asBoolean(),
            task.path("queue").asInt(),
            Duration.ofMillis(task.path("timeout").asLong()),
            Instant.ofEpochMilli(task.path("triggerTime").asLong()),
            origin,
            returnType(task.path("returnType").asText()),
            task.path("keepResult").asBoolean());
    return new LeasedTask(
        request,
        task.path("attempt").asInt(1),
        task.path("replyTo").asText(),
        ByteBuffer.wrap(text, 0, to).asReadOnlyBuffer());
  }

  private static ReturnType returnType(String text) {
    for (ReturnType type : ReturnType.values()) {
      if (type.text().equals(text)) {
        return type;
      }
    }
    return ReturnType.RAW;
  }

  private static ObjectNode object(JsonNode node) {
    return node instanceof ObjectNode object ? object : Json.object();
  }
}
