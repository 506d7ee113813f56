package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Redis;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who edits a script. A lease of a minute, renewed by the page; it warns a second editor, while
/// what they would overwrite is guarded by the draft's digest.
record ScriptLocks(Redis redis) {
  private static final Duration LEASE = Duration.ofSeconds(60);

  List<Route> routes() {
    String body = "{\"data\": {token, force}}";
    return List.of(
        Route.post("/api/v1/scripts/{id}/do/lock", Access.SIGNED_IN, "Begin to edit", this::lock)
            .body(body)
            .unrecorded(),
        Route.post("/api/v1/scripts/{id}/do/unlock", Access.SIGNED_IN, "End editing", this::unlock)
            .body(body)
            .unrecorded());
  }

  private Answer lock(Call call) {
    ObjectNode given = call.part("data");
    String token = given.path("token").asText();
    Optional<ObjectNode> holder = holder(call);
    boolean isMine =
        holder.isEmpty()
            || given.path("force").asBoolean()
            || holder.get().path("token").asText().equals(token);
    if (isMine) {
      boolean goesOn = holder.isPresent() && holder.get().path("token").asText().equals(token);
      String since = goesOn ? holder.get().path("sinceTime").asText() : Instant.now().toString();
      ObjectNode lock =
          Json.object()
              .put("token", token)
              .put("username", call.identity().username())
              .put("sinceTime", since);
      redis.put(key(call), Json.write(lock), LEASE);
      return answer(lock, true);
    }
    return answer(holder.get(), false);
  }

  private Answer unlock(Call call) {
    String token = call.part("data").path("token").asText();
    Optional<ObjectNode> holder = holder(call);
    if (holder.isPresent() && holder.get().path("token").asText().equals(token)) {
      redis.remove(key(call));
    }
    return Answer.data(Json.object().put("isHeld", false));
  }

  private Optional<ObjectNode> holder(Call call) {
    return redis.get(key(call)).map(text -> (ObjectNode) Json.read(text));
  }

  private static Answer answer(ObjectNode lock, boolean isHeld) {
    ObjectNode shown = lock.deepCopy();
    shown.remove("token");
    return Answer.data(shown.put("isHeld", isHeld));
  }

  private static String key(Call call) {
    return "script-lock@" + call.segment("id");
  }
}
