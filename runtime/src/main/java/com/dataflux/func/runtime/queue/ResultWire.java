package com.dataflux.func.runtime.queue;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.RawJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Results as they travel: one line of JSON about the result, then the value as it came from the
/// function, so that a megabyte of JSON is not parsed on its way.
public final class ResultWire {
  private ResultWire() {}

  static byte[] write(TaskResult result) {
    ObjectNode head = Json.object();
    head.put("id", result.id());
    head.put("status", result.status().name());
    head.put("attempt", result.attempt());
    head.put("startTime", result.startTime().toEpochMilli());
    head.put("cost", result.costMillis());
    head.put("peakMemory", result.peakMemory());
    if (!result.einfoText().isEmpty()) {
      head.put("einfoText", result.einfoText());
      head.put("exception", result.exception());
    }
    if (!result.log().isEmpty()) {
      ArrayNode lines = head.putArray("log");
      result.log().forEach(lines::add);
    }
    result.response().ifPresent(response -> head.set("response", write(response)));
    return TwoLines.write(head, result.value());
  }

  static TaskResult read(byte[] text) {
    return read(text, 0);
  }

  static TaskResult read(byte[] text, int from) {
    int line = TwoLines.end(text, from);
    JsonNode head = Json.read(text, from, line - from);
    List<String> log = new ArrayList<>();
    head.path("log").forEach(each -> log.add(each.asText()));
    String einfo = head.path("einfoText").asText();
    return new TaskResult(
        head.path("id").asText(),
        TaskStatus.valueOf(head.path("status").asText()),
        RawJson.of(text, line + 1, text.length),
        head.has("response") ? Optional.of(response(head.get("response"))) : Optional.empty(),
        einfo,
        head.has("exception") ? head.get("exception").asText() : einfo,
        log,
        Instant.ofEpochMilli(head.path("startTime").asLong()),
        head.path("cost").asLong(),
        head.path("peakMemory").asLong(),
        head.path("attempt").asInt(1));
  }

  private static ObjectNode write(FunctionResponse response) {
    ObjectNode node = Json.object();
    node.put("statusCode", response.statusCode());
    ObjectNode headers = node.putObject("headers");
    response.headers().forEach(headers::put);
    node.put("contentType", response.contentType());
    node.put("base64", response.base64());
    node.put("downloadName", response.downloadName());
    return node;
  }

  /// An answer as function processes write it, too.
  public static FunctionResponse response(JsonNode node) {
    Map<String, String> headers = new LinkedHashMap<>();
    node.path("headers").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    return new FunctionResponse(
        node.path("statusCode").asInt(200),
        headers,
        node.path("contentType").asText(),
        node.path("base64").asText(),
        node.path("downloadName").asText());
  }
}
