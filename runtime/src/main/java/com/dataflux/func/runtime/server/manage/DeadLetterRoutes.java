package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.queue.DeadLetter;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/// Tasks given up: looked at, tried again, or dropped.
record DeadLetterRoutes(CallQueue queue) {
  /// More are not looked at.
  private static final int MOST = 1000;

  List<Route> routes() {
    String base = "/api/v1/dead-letters";
    return List.of(
        Route.get(base + "/do/list", Access.SIGNED_IN, "List dead letters", this::list)
            .query("pageNumber", "pageSize", "search"),
        Route.post(
            base + "/{id}/do/requeue", Access.SIGNED_IN, "Put a dead letter back", this::requeue),
        Route.post(
            base + "/{id}/do/delete", Access.SIGNED_IN, "Delete a dead letter", this::delete));
  }

  private Answer list(Call call) {
    String wanted = call.query("search", "").toLowerCase(Locale.ROOT);
    List<ObjectNode> found =
        queue.deadLetters(MOST).reversed().stream()
            .filter(letter -> (letter.taskId() + letter.subject()).contains(wanted))
            .map(DeadLetterRoutes::show)
            .toList();
    return Answer.data(Paging.data(Paging.of(call).cut(found), found.size()));
  }

  private static ObjectNode show(DeadLetter letter) {
    return Json.object()
        .put("id", letter.taskId())
        .put("funcId", letter.subject())
        .put("queue", letter.queue())
        .put("attempts", letter.attempts())
        .put("reason", letter.reason())
        .put("triggerTime", letter.triggerTime().toString())
        .put("payload", letter.payload());
  }

  private Answer requeue(Call call) {
    return done(call, queue.requeue(call.segment("id")));
  }

  private Answer delete(Call call) {
    return done(call, queue.discard(call.segment("id")));
  }

  private static Answer done(Call call, boolean found) {
    if (!found) {
      throw Reason.EClientNotFound.refusal("There is no such dead letter.");
    }
    return Answer.id(call.segment("id"));
  }
}
