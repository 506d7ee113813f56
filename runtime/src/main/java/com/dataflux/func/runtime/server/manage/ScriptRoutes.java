package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.CodeDigest;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/// Script sets and scripts: their drafts, and the versions that were published.
final class ScriptRoutes {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*");

  private final Services services;
  private final Jdbi jdbi;
  private final Rows sets;
  private final Rows scripts;
  private final Publication publication;

  ScriptRoutes(Services services) {
    this.services = services;
    this.jdbi = services.database().jdbi();
    this.sets = services.rows(Tables.SCRIPT_SETS);
    this.scripts = services.rows(Tables.SCRIPTS);
    this.publication = new Publication(services);
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new ThingRoutes(
                new Thing(
                    "script-sets",
                    "script set",
                    "",
                    sets,
                    Set.of("title", "description"),
                    Access.SIGNED_IN,
                    new SetRules()))
            .routes());
    routes.addAll(
        new ThingRoutes(
                new Thing(
                    "scripts",
                    "script",
                    "",
                    scripts,
                    Set.of("title", "description", "codeDraft", "baseMD5"),
                    Access.SIGNED_IN,
                    new ScriptRules()))
            .routes());
    routes.add(post("publish", "Publish a script", this::publish).body("{\"data\": {note}}"));
    routes.add(
        post("restore", "Restore a published version to the draft", this::restore)
            .body("{\"data\": {version}}"));
    routes.add(
        Route.get(
                "/api/v1/scripts/{id}/do/versions",
                Access.SIGNED_IN,
                "List published versions",
                this::versions)
            .query("pageNumber", "pageSize"));
    routes.add(
        Route.get(
                "/api/v1/scripts/{id}/do/get-version",
                Access.SIGNED_IN,
                "Get a published version",
                this::version)
            .query("version"));
    routes.addAll(new ScriptLocks(services.redis()).routes());
    return routes;
  }

  private static Route post(
      String verb, String summary, com.dataflux.func.runtime.server.http.Handler handler) {
    return Route.post("/api/v1/scripts/{id}/do/" + verb, Access.SIGNED_IN, summary, handler);
  }

  private Answer publish(Call call) {
    ObjectNode script = script(call);
    String note = call.json().path("data").path("note").asText("");
    int version = publication.publish(script, note, call.identity().username());
    return Answer.data(Json.object().put("id", call.segment("id")).put("publishVersion", version));
  }

  private Answer restore(Call call) {
    script(call);
    String code = code(call.segment("id"), call.part("data").path("version").asInt());
    String md5 = CodeDigest.md5(code);
    scripts.modify(
        call.segment("id"),
        Json.object()
            .put("codeDraft", code)
            .put("codeDraftMD5", md5)
            .put("draftUser", call.identity().username()));
    return Answer.data(Json.object().put("id", call.segment("id")).put("codeDraftMD5", md5));
  }

  private Answer versions(Call call) {
    script(call);
    List<ObjectNode> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT version, note, username, DATE_FORMAT(create_time,"
                            + " '%Y-%m-%dT%H:%i:%s.000Z') FROM script_versions WHERE script_id ="
                            + " :id ORDER BY version DESC")
                    .bind("id", call.segment("id"))
                    .map(
                        (row, context) ->
                            Json.object()
                                .put("version", row.getInt(1))
                                .put("note", row.getString(2))
                                .put("username", row.getString(3))
                                .put("createTime", row.getString(4)))
                    .list());
    return Answer.data(Paging.data(Paging.of(call).cut(found), found.size()));
  }

  private Answer version(Call call) {
    int version = Paging.number(call, "version", 1, Integer.MAX_VALUE);
    return Answer.data(
        Json.object().put("version", version).put("code", code(call.segment("id"), version)));
  }

  private String code(String id, int version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT code FROM script_versions WHERE script_id = :id AND version = :version")
                .bind("id", id)
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(
                    () -> Reason.EClientNotFound.refusal("There is no version " + version + ".")));
  }

  private ObjectNode script(Call call) {
    return scripts
        .get(call.segment("id"))
        .orElseThrow(
            () ->
                Reason.EClientNotFound.refusal(
                    "There is no script %s.".formatted(call.segment("id"))));
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Reason.EClientBadRequest.refusal(
          "\"%s\" cannot be a part of an id: letters, digits and single underscores, a letter first."
              .formatted(name));
    }
  }

  private final class SetRules implements Thing.Rules {
    @Override
    public void beforeAdd(Call call, ObjectNode row) {
      checkName(row.path("id").asText());
    }

    @Override
    public void afterDelete(String id) {
      jdbi.useTransaction(
          handle -> {
            for (String sql :
                List.of(
                    "DELETE f FROM funcs f JOIN scripts s ON f.script_id = s.id"
                        + " WHERE s.script_set_id = :id",
                    "DELETE v FROM script_versions v JOIN scripts s ON v.script_id = s.id"
                        + " WHERE s.script_set_id = :id",
                    "DELETE FROM scripts WHERE script_set_id = :id")) {
              handle.createUpdate(sql).bind("id", id).execute();
            }
          });
      services.queue().announceChange();
    }
  }

  private final class ScriptRules implements Thing.Rules {
    @Override
    public void beforeAdd(Call call, ObjectNode row) {
      String id = row.path("id").asText();
      int split = id.indexOf("__");
      if (split < 0) {
        throw Reason.EClientBadRequest.refusal("A script's id is <set>__<script>.");
      }
      checkName(id.substring(split + 2));
      String set = id.substring(0, split);
      if (sets.get(set).isEmpty()) {
        throw Reason.EClientBadRequest.refusal("There is no script set %s.".formatted(set));
      }
      row.remove("baseMD5");
      String code = row.path("codeDraft").asText("");
      row.put("scriptSetId", set).put("codeDraft", code);
      row.put("codeDraftMD5", CodeDigest.md5(code));
      row.put("draftUser", call.identity().username());
    }

    @Override
    public void beforeModify(Call call, ObjectNode old, ObjectNode changes) {
      String base = changes.path("baseMD5").asText("");
      changes.remove("baseMD5");
      if (!base.isEmpty() && !base.equals(old.path("codeDraftMD5").asText())) {
        ObjectNode detail = Json.object();
        detail.set("codeDraftMD5", old.path("codeDraftMD5"));
        detail.set("username", old.path("draftUser"));
        throw new Refusal(
            Reason.EClientConflict, "Someone else has saved this draft meanwhile.", detail);
      }
      if (changes.has("codeDraft")) {
        changes.put("codeDraftMD5", CodeDigest.md5(changes.path("codeDraft").asText()));
        changes.put("draftUser", call.identity().username());
      }
    }

    /// The digest that the next change is to be based on.
    @Override
    public ObjectNode answer(String id, ObjectNode changes) {
      ObjectNode answer = Json.object().put("id", id);
      if (changes.has("codeDraftMD5")) {
        answer.set("codeDraftMD5", changes.path("codeDraftMD5"));
      }
      return answer;
    }

    @Override
    public void afterDelete(String id) {
      jdbi.useTransaction(
          handle -> {
            for (String table : List.of("funcs", "script_versions")) {
              handle
                  .createUpdate("DELETE FROM %s WHERE script_id = :id".formatted(table))
                  .bind("id", id)
                  .execute();
            }
          });
      services.queue().announceChange();
    }

    @Override
    public ObjectNode show(ObjectNode row) {
      return row.deepCopy()
          .put(
              "isChanged", !row.path("codeMD5").asText().equals(row.path("codeDraftMD5").asText()));
    }
  }
}
