package com.dataflux.func.runtime.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/// Tasks as they stand in the lists: JSON objects that begin with the fields which the scripts
/// read, in this order: `id`, `attempt`, `queue`, `replyTo`.
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
    task.set("kwargs", request.kwargs());
    return Json.write(task).getBytes(UTF_8);
  }

  /// @throws IllegalArgumentException where the text is no task
  static LeasedTask read(byte[] payload) {
    String text = new String(payload, UTF_8);
    JsonNode task = Json.read(text);
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
            object(task.path("kwargs")),
            task.path("queue").asInt(),
            Duration.ofMillis(task.path("timeout").asLong()),
            Instant.ofEpochMilli(task.path("triggerTime").asLong()),
            origin,
            returnType(task.path("returnType").asText()),
            task.path("keepResult").asBoolean());
    return new LeasedTask(
        request, task.path("attempt").asInt(1), task.path("replyTo").asText(), text);
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
