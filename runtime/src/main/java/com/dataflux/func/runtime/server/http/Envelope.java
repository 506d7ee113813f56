package com.dataflux.func.runtime.server.http;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The JSON object around every answer.
record Envelope(Trace trace, Instant end) {

  byte[] success(JsonNode data) {
    ObjectNode whole = Json.object().put("ok", true).put("error", 200).put("message", "");
    return finish(whole, data);
  }

  byte[] failure(Refusal refusal, String method, String url) {
    ObjectNode whole = Json.object().put("ok", false).put("error", refusal.reason().number());
    whole.put("message", refusal.text());
    whole.putNull("data");
    whole.put("reason", refusal.reason().name());
    whole.set("detail", refusal.detail());
    whole.putObject("reqDump").put("method", method).put("url", url);
    return finish(whole, null);
  }

  private byte[] finish(ObjectNode whole, @Nullable JsonNode data) {
    if (data != null) {
      whole.set("data", data);
    }
    whole.put("traceId", trace.id());
    whole.put("reqTime", Trace.text(trace.begun()));
    whole.put("respTime", Trace.text(end));
    whole.put("reqCost", trace.costMillis(end));
    try {
      return Json.MAPPER.writeValueAsBytes(whole);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a tree can always be written", e);
    }
  }
}
