package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.base.Multipart;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.server.http.SentJson;
import com.dataflux.func.runtime.store.CodeDigest;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Query;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Export and import of script sets, as one JSON file. An import changes drafts only; publishing
/// them is a decision of its own.
final class TransferRoutes {
  private static final String FORMAT = "dataflux-func-script-sets/1";

  private final Services services;
  private final Rows sets;
  private final Rows scripts;

  TransferRoutes(Services services) {
    this.services = services;
    this.sets = services.rows(Tables.SCRIPT_SETS);
    this.scripts = services.rows(Tables.SCRIPTS);
  }

  List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/script-sets/do/export",
                Access.SIGNED_IN,
                "Export script sets",
                this::exportSets)
            .query("id"),
        Route.post(
                "/api/v1/script-sets/do/import",
                Access.SIGNED_IN,
                "Import script sets",
                this::importSets)
            .query("checkOnly")
            .body("multipart form with the exported file"));
  }

  private Answer exportSets(Call call) {
    ObjectNode file = Json.object().put("format", FORMAT);
    ArrayNode exported = file.putArray("scriptSets");
    for (String id : ids(call.url())) {
      ObjectNode set =
          sets.get(id)
              .orElseThrow(
                  () -> Reason.EClientNotFound.refusal("There is no script set " + id + "."));
      ObjectNode one = exported.addObject();
      for (String field : List.of("id", "title", "description")) {
        one.set(field, set.path(field));
      }
      ArrayNode list = one.putArray("scripts");
      for (ObjectNode found : scripts.list(Query.where("scriptSetId", id)).items()) {
        ObjectNode script = scripts.get(found.path("id").asText()).orElse(found);
        ObjectNode shown = list.addObject();
        for (String field : List.of("id", "title", "description")) {
          shown.set(field, script.path(field));
        }
        shown.set("code", script.path("codeDraft"));
      }
    }
    return Answer.download("script-sets.json", Json.write(file).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> ids(String url) {
    int question = url.indexOf('?');
    String query = question < 0 ? "" : url.substring(question + 1);
    return Arrays.stream(query.split("&", -1))
        .filter(pair -> pair.startsWith("id="))
        .map(pair -> pair.substring(3))
        .toList();
  }

  private Answer importSets(Call call) throws IOException {
    Multipart form = Multipart.receive(call, services.data().uploads());
    JsonNode file;
    try {
      if (form.files().size() != 1) {
        throw Reason.EClientBadRequest.refusal("Exactly one file is needed.");
      }
      Multipart.Received received = form.files().getFirst();
      if (received.size() > call.body().limit()) {
        throw Reason.EClientTooLarge.refusal(
            "The file is larger than the limit of %d bytes.".formatted(call.body().limit()));
      }
      call.body().cover(received.size());
      file = SentJson.read("The file", Files.readAllBytes(received.path()));
    } finally {
      form.discard();
    }
    if (!file.path("format").asText().equals(FORMAT)) {
      throw Reason.EClientBadRequest.refusal("The file is not an export of script sets.");
    }
    boolean checkOnly = call.query("checkOnly", "false").equals("true");
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("scriptSets");
    for (JsonNode set : file.path("scriptSets")) {
      ObjectNode one = list.addObject();
      one.set("id", set.path("id"));
      one.set("title", set.path("title"));
      one.put("exists", sets.get(set.path("id").asText()).isPresent());
      one.put("scripts", set.path("scripts").size());
    }
    if (!checkOnly) {
      services
          .database()
          .jdbi()
          .useTransaction(
              handle ->
                  file.path("scriptSets")
                      .forEach(set -> take(handle, set, call.identity().username())));
    }
    return Answer.data(answer);
  }

  private void take(Handle handle, JsonNode set, String username) {
    String setId = set.path("id").asText();
    ScriptRoutes.checkName(setId);
    put(handle, sets, setId, described(set));
    for (JsonNode script : set.path("scripts")) {
      String id = script.path("id").asText();
      if (!id.startsWith(setId + "__")) {
        throw Reason.EClientBadRequest.refusal("Script %s is not of its set.".formatted(id));
      }
      ScriptRoutes.checkName(id.substring(setId.length() + 2));
      String code = script.path("code").asText();
      put(
          handle,
          scripts,
          id,
          described(script)
              .put("scriptSetId", setId)
              .put("codeDraft", code)
              .put("codeDraftMD5", CodeDigest.md5(code))
              .put("draftUser", username));
    }
  }

  private static ObjectNode described(JsonNode given) {
    ObjectNode row = Json.object();
    row.put("title", given.path("title").asText(""));
    row.put("description", given.path("description").asText(""));
    return row;
  }

  private static void put(Handle handle, Rows rows, String id, ObjectNode row) {
    if (rows.get(handle, id).isPresent()) {
      rows.modify(handle, id, row);
    } else {
      rows.add(handle, row.put("id", id));
    }
  }
}
