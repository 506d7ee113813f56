package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What all answers have in common.
interface AnswerScenario extends OnStack {

  @Test
  default void redirectsToThePages() {
    Reply reply = visitor().get("/");
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("Location")).isEqualTo("/client-app");
    assertThat(reply.text()).isEqualTo("Found. Redirecting to /client-app");
  }

  @Test
  default void answersPong() {
    Reply reply = visitor().get("/api/v1/do/ping").ok();
    assertThat(reply.data().asText()).isEqualTo("pong");
    visitor().get("/api/v1/do/health").ok();
    assertThat(reply.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
  }

  @Test
  default void refusesWhatIsNotThere() {
    Reply reply = visitor().get("/api/v1/nothing?a=1").refused("EClientNotFound", "404.41");
    assertThat(reply.json().path("reqDump").path("method").asText()).isEqualTo("GET");
    assertThat(reply.json().path("reqDump").path("url").asText()).isEqualTo("/api/v1/nothing?a=1");
    visitor().get("/nothing").refused("EClientNotFound", "404.41");
    visitor().get("/api/v1/al/nothing").refused("EClientNotFound", "404.41");
    visitor().get("/api/v1/func-result?taskId=task-0").refused("EClientNotFound", "404.41");
  }

  @Test
  default void saysWhichMethodAPathTakes() {
    Reply reply = admin().get("/api/v1/scripts/demo__basic/do/delete");
    reply.refused("EClientMethod", "405.45");
    assertThat(reply.header("Allow")).isEqualTo("POST");
  }

  @Test
  default void refusesBodiesThatAreNotJsonOrTooLarge() {
    String path = "/api/v1/al/auln-plus";
    byte[] broken = "{\"kwargs\": ".getBytes(StandardCharsets.UTF_8);
    visitor().send("POST", path, "application/json", broken).refused("EClientBadRequest", "400.43");
    visitor().post(path, "[1]").refused("EClientBadRequest", "400.43");
    visitor()
        .send("POST", path, "application/json", new byte[(2 << 20) + 1])
        .refused("EClientTooLarge", "413.44");
  }

  @Test
  default void asksForASignInWhereOneIsNeeded() {
    visitor().get("/api/v1/scripts/do/list").refused("EUserAuth", "401.14");
    visitor()
        .with("X-Dff-Auth-Token", "wrong")
        .get("/api/v1/func-list")
        .refused("EUserAuth", "401.14");
    visitor().post("/api/v1/func/demo__basic.plus", "{}").refused("EUserAuth", "401.14");
  }

  @Test
  default void keepsSetupClosedOnceItIsDone() {
    Reply status = visitor().get("/api/v1/setup/do/status").ok();
    assertThat(status.data().path("isCompleted").asBoolean()).isTrue();
    visitor()
        .post("/api/v1/setup/do/run", "{'setup': {'code': '0123456789abcdef'}}")
        .refused("EClientConflict", "409.42");
  }
}
