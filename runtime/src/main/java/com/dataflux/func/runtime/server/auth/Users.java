package com.dataflux.func.runtime.server.auth;

import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Page;
import com.dataflux.func.runtime.store.Query;
import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/// The people who may sign in.
public record Users(Rows rows) {
  static final int LONGEST_NAME = 64;

  private static final int SHORTEST_PASSWORD = 8;

  /// Whether there is an administrator: the end of setup.
  public boolean hasAdministrator() {
    return rows.list(Query.where("roles", "admin")).totalCount() > 0;
  }

  public Optional<ObjectNode> administrator() {
    return rows.list(Query.where("roles", "admin")).items().stream().findFirst();
  }

  public Optional<ObjectNode> named(String username) {
    Page found = rows.list(Query.where("username", username));
    return found.items().stream().findFirst();
  }

  /// Adds a user.
  ///
  /// @return the id
  public String add(String username, String name, String password, String roles) {
    String id = "u-" + UUID.randomUUID().toString().replace("-", "");
    rows.add(
        Json.object()
            .put("id", id)
            .put("username", checkedName(username))
            .put("name", name)
            .put("passwordHash", Passwords.hash(checked(password)))
            .put("roles", roles));
    return id;
  }

  /// Gives a user a new password; sessions under the old one end.
  public void changePassword(ObjectNode user, String password) {
    rows.modify(
        user.path("id").asText(),
        Json.object()
            .put("passwordHash", Passwords.hash(checked(password)))
            .put("passwordVersion", user.path("passwordVersion").asInt() + 1));
  }

  private static String checkedName(String username) {
    if (username.isBlank() || username.length() > LONGEST_NAME) {
      throw Reason.EClientBadRequest.refusal(
          "A user name has 1 to %d characters.".formatted(LONGEST_NAME));
    }
    return username.strip();
  }

  /// A password that may be used.
  public static String checked(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw Reason.EClientBadRequest.refusal(
          "A password has at least %d characters.".formatted(SHORTEST_PASSWORD));
    }
    return password;
  }
}
