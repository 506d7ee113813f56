package com.dataflux.func.runtime.server.auth;

import com.dataflux.func.runtime.server.base.Masking;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/// Who did what to what, from where. What was sent is kept as well, without passwords and long
/// texts.
final class OperationRecord {
  private static final int LONGEST_TARGET = 190;
  private static final int LONGEST_TEXT = 1000;

  private OperationRecord() {}

  static ObjectNode of(Call call, Route route, boolean ok) {
    JsonNode body = body(call);
    String target = String.join(" ", call.segments().values());
    if (target.isEmpty()) {
      target = body.path("id").asText(body.path("username").asText());
    }
    ObjectNode record =
        Json.object()
            .put("id", "op-" + UUID.randomUUID().toString().replace("-", ""))
            .put("username", call.identity().username())
            .put("clientAddress", call.clientAddress())
            .put("action", route.summary())
            .put("target", cut(target, LONGEST_TARGET))
            .put("isOk", ok)
            .put("traceId", call.trace().id());
    return record.set("body", body);
  }

  private static JsonNode body(Call call) {
    if (!call.contentType().startsWith("application/json")) {
      return Json.object();
    }
    try {
      JsonNode body = call.json().path("data");
      Masking.mask(body);
      shorten(body);
      return body.isObject() ? body : Json.object();
    } catch (Refusal refusal) {
      return Json.object();
    }
  }

  private static void shorten(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : object.properties().stream().map(field -> field.getKey()).toList()) {
        if (object.path(name).isTextual()) {
          object.put(name, cut(object.path(name).asText(), LONGEST_TEXT));
        }
      }
    }
    node.forEach(OperationRecord::shorten);
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most - 1) + "…" : text;
  }
}
