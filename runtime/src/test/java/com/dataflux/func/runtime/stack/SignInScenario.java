package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Signing in and out.
interface SignInScenario extends OnStack {

  private Reply attempt(String username, String password) {
    return visitor()
        .post(
            "/api/v1/auth/do/sign-in",
            "{'signIn': {'username': '%s', 'password': '%s'}}".formatted(username, password));
  }

  @Test
  default void knowsWhoIsSignedIn() {
    Reply me = admin().get("/api/v1/auth/do/me").ok();
    assertThat(me.data().path("username").asText()).isEqualTo(RunningStack.ADMIN);
    assertThat(me.data().path("roles").path(0).asText()).isEqualTo("admin");
  }

  @Test
  default void endsASessionWhenAsked() {
    Client client = stack().signIn(RunningStack.ADMIN, RunningStack.PASSWORD);
    client.post("/api/v1/auth/do/sign-out", "{}").ok();
    client.get("/api/v1/auth/do/me").refused("EUserAuth", "401.14");
  }

  @Test
  default void locksAUserOutAfterFiveFailures() {
    admin()
        .change("/api/v1/users/do/add", "{'username': 'locked', 'password': 'correct horse'}")
        .ok();
    for (int i = 0; i < 5; i++) {
      attempt("locked", "wrong").refused("EUserAuth", "401.14");
    }
    Reply locked = attempt("locked", "correct horse").refused("EClientRateLimit", "429.46");
    assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 301);
    for (String spelling : new String[] {"LOCKED", "lócked", "ｌｏｃｋｅｄ"}) {
      attempt(spelling, "correct horse").refused("EClientRateLimit", "429.46");
    }
    attempt("l".repeat(65), "wrong").refused("EClientBadRequest", "400.43");
    assertThat(attempt(RunningStack.ADMIN, RunningStack.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  default void endsOtherSessionsWhenThePasswordChanges() {
    admin()
        .change("/api/v1/users/do/add", "{'username': 'changer', 'password': 'first password'}")
        .ok();
    Client before = stack().signIn("changer", "first password");
    Client other = stack().signIn("changer", "first password");
    before
        .change(
            "/api/v1/auth/do/change-password",
            "{'oldPassword': 'wrong', 'newPassword': 'second password'}")
        .refused("EClientBadRequest", "400.43");
    before
        .change(
            "/api/v1/auth/do/change-password",
            "{'oldPassword': 'first password', 'newPassword': 'short'}")
        .refused("EClientBadRequest", "400.43");
    before
        .change(
            "/api/v1/auth/do/change-password",
            "{'oldPassword': 'first password', 'newPassword': 'second password'}")
        .ok();
    other.get("/api/v1/auth/do/me").refused("EUserAuth", "401.14");
    stack().signIn("changer", "second password").get("/api/v1/auth/do/me").ok();
  }
}
