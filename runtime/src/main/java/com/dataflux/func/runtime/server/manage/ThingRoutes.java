package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Page;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// The five routes that every kind of things has: list, get, add, modify, delete.
record ThingRoutes(Thing thing) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  List<Route> routes() {
    List<Route> routes = new ArrayList<>(reading());
    String base = "/api/v1/" + thing.path();
    String body =
        "{\"data\": {%s}}".formatted(String.join(", ", new java.util.TreeSet<>(thing.writable())));
    routes.add(
        Route.post(base + "/do/add", thing.change(), "Add " + thing.one(), this::add).body(body));
    routes.add(
        Route.post(base + "/{id}/do/modify", thing.change(), "Change " + thing.one(), this::modify)
            .body(body));
    routes.add(delete());
    return routes;
  }

  /// List and get alone, for what only the program writes.
  List<Route> reading() {
    String base = "/api/v1/" + thing.path();
    return List.of(
        Route.get(base + "/do/list", reader(), "List " + thing.path(), this::list)
            .query("pageNumber", "pageSize", "search", "<field>"),
        Route.get(base + "/{id}/do/get", reader(), "Get " + thing.one(), this::get));
  }

  Route delete() {
    return Route.post(
        "/api/v1/" + thing.path() + "/{id}/do/delete",
        thing.change(),
        "Delete " + thing.one(),
        this::delete);
  }

  private Access reader() {
    return thing.change() == Access.ADMIN ? Access.ADMIN : Access.SIGNED_IN;
  }

  private Answer list(Call call) {
    Page page = thing.rows().list(Paging.of(call));
    return Answer.data(
        Paging.data(page.items().stream().map(thing.rules()::show).toList(), page.totalCount()));
  }

  private Answer get(Call call) {
    return Answer.data(thing.rules().show(row(call)));
  }

  private Answer add(Call call) {
    ObjectNode row = given(call);
    String id = row.path("id").asText("");
    if (id.isEmpty()) {
      id = thing.prefix() + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }
    if (!ID.matcher(id).matches()) {
      throw Reason.EClientBadRequest.refusal(
          "An id has 1 to 64 letters, digits, dots, dashes and underscores.");
    }
    row.put("id", id);
    thing.rules().beforeAdd(call, row);
    if (thing.rows().get(id).isPresent()) {
      throw Reason.EClientConflict.refusal("There is already a %s %s.".formatted(thing.noun(), id));
    }
    thing.rows().add(row);
    return Answer.id(id);
  }

  private Answer modify(Call call) {
    ObjectNode changes = given(call);
    changes.remove("id");
    String id = call.segment("id");
    boolean found =
        thing
            .rows()
            .modify(
                id,
                old -> {
                  thing.rules().beforeModify(call, old, changes);
                  return changes;
                });
    if (!found) {
      throw missing(id);
    }
    return Answer.data(thing.rules().answer(id, changes));
  }

  private Answer delete(Call call) {
    row(call);
    thing.rows().delete(call.segment("id"));
    thing.rules().afterDelete(call.segment("id"));
    return Answer.id(call.segment("id"));
  }

  private ObjectNode row(Call call) {
    String id = call.segment("id");
    return thing.rows().get(id).orElseThrow(() -> missing(id));
  }

  private Refusal missing(String id) {
    return Reason.EClientNotFound.refusal("There is no %s %s.".formatted(thing.noun(), id));
  }

  private ObjectNode given(Call call) {
    ObjectNode given = call.part("data");
    for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("id") && !thing.writable().contains(name)) {
        throw Reason.EClientBadRequest.refusal(
            "A %s has no field \"%s\" that can be set.".formatted(thing.noun(), name));
      }
    }
    return given;
  }
}
