package com.dataflux.func.runtime.server.auth;

import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Tables;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Signing in and out, and one's own password.
public final class SignInRoutes {
  private static final int MOST_FAILURES = 5;
  private static final Duration LOCK = Duration.ofMinutes(5);
  // What a wrong user name is checked against, so that it takes as long as a wrong password.
  private static final String DUMMY = Passwords.hash("no user has this password");

  private final Services services;
  private final Users users;
  private final Sessions sessions;

  public SignInRoutes(Services services, Sessions sessions) {
    this.services = services;
    this.users = new Users(services.rows(Tables.USERS));
    this.sessions = sessions;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/auth/do/sign-in", Access.ANYONE, "Sign in", this::signIn)
            .body("{\"signIn\": {\"username\", \"password\"}}"),
        Route.post("/api/v1/auth/do/sign-out", Access.SIGNED_IN, "Sign out", this::signOut),
        Route.get("/api/v1/auth/do/me", Access.SIGNED_IN, "Who is signed in", this::me),
        Route.post(
                "/api/v1/auth/do/change-password",
                Access.SIGNED_IN,
                "Change one's own password",
                this::changePassword)
            .body("{\"data\": {\"oldPassword\", \"newPassword\"}}"));
  }

  private Answer signIn(Call call) {
    ObjectNode given = call.smallPart("signIn");
    String username = given.path("username").asText();
    if (username.length() > Users.LONGEST_NAME) {
      throw Reason.EClientBadRequest.refusal(
          "A user name has at most %d characters.".formatted(Users.LONGEST_NAME));
    }
    Optional<ObjectNode> user = users.named(username);
    // The database takes many spellings for one name: it is the user who is counted.
    String failures =
        user.map(found -> "sign-in-failures@" + found.path("id").asText())
            .orElse("sign-in-failures-of-nobody@" + username.strip().toLowerCase(Locale.ROOT));
    // Counted before the password is looked at, which takes long: many at once are many attempts.
    if (services.redis().count(failures, LOCK) > MOST_FAILURES) {
      long seconds = services.redis().remaining(failures).toSeconds() + 1;
      throw Reason.EClientRateLimit.refusal(
              "Too many failed attempts; try again in %d seconds.".formatted(seconds))
          .with("Retry-After", Long.toString(seconds));
    }
    String hash = user.map(found -> found.path("passwordHash").asText()).orElse(DUMMY);
    boolean matches = Passwords.matches(given.path("password").asText(), hash);
    if (!matches || user.isEmpty() || user.get().path("isDisabled").asBoolean()) {
      throw Reason.EUserAuth.refusal("The user name or the password is wrong.");
    }
    services.redis().remove(failures);
    return Answer.data(Json.object().put("authToken", sessions.begin(user.get())));
  }

  private Answer signOut(Call call) {
    call.headers().first("X-Dff-Auth-Token").ifPresent(sessions::end);
    return Answer.done();
  }

  private Answer me(Call call) {
    ObjectNode user = present(call);
    ObjectNode shown = Json.object();
    shown.set("id", user.path("id"));
    shown.set("username", user.path("username"));
    shown.set("name", user.path("name"));
    shown.putArray("roles").add(user.path("roles").asText());
    return Answer.data(shown);
  }

  private Answer changePassword(Call call) {
    ObjectNode given = call.part("data");
    ObjectNode user = present(call);
    if (!Passwords.matches(
        given.path("oldPassword").asText(), user.path("passwordHash").asText())) {
      throw Reason.EClientBadRequest.refusal("The old password is wrong.");
    }
    users.changePassword(user, given.path("newPassword").asText());
    return Answer.id(call.identity().id());
  }

  private ObjectNode present(Call call) {
    return users
        .rows()
        .get(call.identity().id())
        .orElseThrow(() -> Reason.EUserAuth.refusal("The user is gone."));
  }
}
