package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.function.ScriptInspector.Finding;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Makes a draft the code that callers reach, once a worker has loaded it and found its functions.
record Publication(Services services) {

  /// @return the new version
  int publish(ObjectNode script, String note, String username) {
    String id = script.path("id").asText();
    String code = script.path("codeDraft").asText();
    ArrayNode found =
        switch (services.inspector().inspect(id, code)) {
          case Finding.Loads(ArrayNode functions) -> functions;
          case Finding.Fails(String einfoText) ->
              throw new Refusal(
                  Reason.EScriptPreCheck,
                  "The script cannot be loaded.",
                  Json.object().put("einfoTEXT", einfoText));
          case Finding.Unanswered(String reason) ->
              throw Reason.EUnavailable.refusal(reason).with("Retry-After", "5");
        };
    int version =
        services
            .database()
            .jdbi()
            .inTransaction(handle -> write(handle, script, note, username, found));
    services.queue().announceChange();
    return version;
  }

  private int write(
      Handle handle, ObjectNode script, String note, String username, ArrayNode found) {
    String id = script.path("id").asText();
    int version =
        handle
            .createQuery("SELECT publish_version + 1 FROM scripts WHERE id = :id FOR UPDATE")
            .bind("id", id)
            .mapTo(Integer.class)
            .one();
    String code = script.path("codeDraft").asText();
    handle
        .createUpdate(
            "INSERT INTO script_versions (script_id, version, code, note, username, create_time)"
                + " VALUES (:id, :version, :code, :note, :username, :now)")
        .bind("id", id)
        .bind("version", version)
        .bind("code", code)
        .bind("note", note)
        .bind("username", username)
        .bind("now", LocalDateTime.now(ZoneOffset.UTC))
        .execute();
    ObjectNode published =
        Json.object()
            .put("code", code)
            .put("publishVersion", version)
            .put("publishTime", Instant.now().toString());
    published.set("codeMD5", script.path("codeDraftMD5"));
    services.rows(Tables.SCRIPTS).modify(handle, id, published);
    handle.createUpdate("DELETE FROM funcs WHERE script_id = :id").bind("id", id).execute();
    Rows functions = services.rows(Tables.FUNCS);
    for (JsonNode function : found) {
      functions.add(handle, row(id, function));
    }
    return version;
  }

  static ObjectNode row(String scriptId, JsonNode function) {
    String name = function.path("name").asText();
    ObjectNode row = Json.object().put("id", scriptId + "." + name).put("scriptId", scriptId);
    row.put("name", name)
        .put("title", function.path("title").asText(""))
        .put("description", function.path("description").asText(""))
        .put("definition", function.path("definition").asText(name + "()"))
        .put("category", function.path("category").asText("general"))
        .put("isHidden", function.path("isHidden").asBoolean());
    ArrayNode arguments = row.putArray("kwargs");
    for (Map.Entry<String, JsonNode> argument : function.path("kwargs").properties()) {
      ObjectNode one = arguments.addObject().put("name", argument.getKey());
      if (argument.getValue() instanceof ObjectNode described) {
        one.setAll(described);
      }
    }
    row.set("tags", function.path("tags").isArray() ? function.path("tags") : Json.array());
    row.set(
        "options", function.path("options").isObject() ? function.path("options") : Json.object());
    return row;
  }
}
