package com.dataflux.func.runtime.server.http;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The JSON object around every answer.
///
/// @param reqTime when the request began, and so on, as both the object and the headers say it
record Envelope(String traceId, String reqTime, String respTime, long reqCost) {

  /// Of an answer that is given now.
  static Envelope of(Trace trace) {
    Instant end = Instant.now();
    return new Envelope(
        trace.id(), Trace.text(trace.begun()), Trace.text(end), trace.costMillis(end));
  }

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
    whole.put("traceId", traceId);
    whole.put("reqTime", reqTime);
    whole.put("respTime", respTime);
    whole.put("reqCost", reqCost);
    return Json.bytes(whole);
  }
}
