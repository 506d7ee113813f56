package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.runtime.server.auth.DatabaseGate;
import com.dataflux.func.runtime.server.auth.Users;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Page;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Users, and the access keys of machines.
final class UserRoutes {
  private final Users users;
  private final Rows keys;

  UserRoutes(Services services) {
    this.users = new Users(services.rows(Tables.USERS));
    this.keys = services.rows(Tables.ACCESS_KEYS);
  }

  List<Route> routes() {
    String body = "{\"data\": {username, name, password, roles, isDisabled}}";
    Thing keyThing =
        new Thing(
            "access-keys", "access key", "ak-", keys, Set.of(), Access.ADMIN, new HiddenSecret());
    List<Route> routes = new ArrayList<>(new ThingRoutes(keyThing).reading());
    routes.add(new ThingRoutes(keyThing).delete());
    routes.add(
        Route.post("/api/v1/access-keys/do/add", Access.ADMIN, "Add an access key", this::addKey)
            .body("{\"data\": {title}}"));
    routes.add(Route.get("/api/v1/users/do/list", Access.ADMIN, "List users", this::list));
    routes.add(Route.get("/api/v1/users/{id}/do/get", Access.ADMIN, "Get a user", this::get));
    routes.add(
        Route.post("/api/v1/users/do/add", Access.ADMIN, "Add a user", this::add).body(body));
    routes.add(
        Route.post("/api/v1/users/{id}/do/modify", Access.ADMIN, "Change a user", this::modify)
            .body(body));
    routes.add(
        Route.post("/api/v1/users/{id}/do/delete", Access.ADMIN, "Delete a user", this::delete));
    return routes;
  }

  private Answer addKey(Call call) {
    String id = "ak-" + Secret.generate().reveal().substring(0, 16);
    String secret = Secret.generate().reveal();
    keys.add(
        Json.object()
            .put("id", id)
            .put("title", call.part("data").path("title").asText())
            .put("userId", call.identity().id())
            .put("secretHash", DatabaseGate.digest(secret)));
    return Answer.data(Json.object().put("id", id).put("secret", id + "." + secret));
  }

  private Answer list(Call call) {
    Page page = users.rows().list(Paging.of(call));
    return Answer.data(
        Paging.data(page.items().stream().map(UserRoutes::show).toList(), page.totalCount()));
  }

  private Answer get(Call call) {
    return Answer.data(show(user(call)));
  }

  private Answer add(Call call) {
    ObjectNode given = call.part("data");
    String username = given.path("username").asText();
    if (users.named(username).isPresent()) {
      throw Reason.EClientConflict.refusal("There is already a user %s.".formatted(username));
    }
    return Answer.id(
        users.add(
            username,
            given.path("name").asText(username),
            given.path("password").asText(),
            role(given.path("roles"))));
  }

  private Answer modify(Call call) {
    ObjectNode given = call.part("data");
    ObjectNode user = user(call);
    boolean isSelf = call.identity().id().equals(call.segment("id"));
    if (isSelf
        && (given.path("isDisabled").asBoolean() || given.has("roles"))
        && !role(given.path("roles")).equals("admin")) {
      throw Reason.EClientBadRequest.refusal("You cannot take away your own rights.");
    }
    ObjectNode changes = Json.object();
    for (String field : List.of("username", "name", "isDisabled")) {
      if (given.has(field)) {
        changes.set(field, given.path(field));
      }
    }
    if (given.has("roles")) {
      changes.put("roles", role(given.path("roles")));
    }
    users.rows().modify(call.segment("id"), changes);
    String password = given.path("password").asText("");
    if (!password.isEmpty()) {
      users.changePassword(user, password);
    }
    return Answer.id(call.segment("id"));
  }

  private Answer delete(Call call) {
    user(call);
    if (call.identity().id().equals(call.segment("id"))) {
      throw Reason.EClientBadRequest.refusal("You cannot delete yourself.");
    }
    users.rows().delete(call.segment("id"));
    return Answer.id(call.segment("id"));
  }

  private ObjectNode user(Call call) {
    return users
        .rows()
        .get(call.segment("id"))
        .orElseThrow(() -> Reason.EClientNotFound.refusal("There is no such user."));
  }

  private static String role(JsonNode roles) {
    String text = roles.isArray() ? roles.path(0).asText() : roles.asText("user");
    return text.equals("admin") ? "admin" : "user";
  }

  private static ObjectNode show(ObjectNode user) {
    ObjectNode shown = user.deepCopy();
    shown.remove(List.of("passwordHash", "passwordVersion"));
    shown.putArray("roles").add(user.path("roles").asText());
    return shown;
  }

  private static final class HiddenSecret implements Thing.Rules {
    @Override
    public ObjectNode show(ObjectNode row) {
      ObjectNode shown = row.deepCopy();
      shown.remove("secretHash");
      return shown;
    }
  }
}
