package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.queue.TaskResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Limits as the manual shows them. A busy machine may be late for reasons of its own, so one of a
/// few attempts must be in time.
interface TimeoutScenario extends OnStack {
  int ATTEMPTS = 3;
  long LIMIT_MILLIS = 2000;
  long SLACK_MILLIS = 100;

  @Test
  default void endsAFunctionAtItsLimit() {
    String code =
        """
        import time

        @DFF.API('sleeps', timeout=2)
        def sleeps():
            time.sleep(60)

        @DFF.API('loops', timeout=2)
        def loops():
            import re
            re.match('(a+)+$', 'a' * 40 + 'b')
        """;
    String id = publish("slow", code);
    for (String name : new String[] {"sleeps", "loops"}) {
      String link = link(id + "." + name, "{}");
      JsonNode answer = inTime(() -> visitor().get(link).refused("EFuncTimeout", "599.31"));
      assertThat(answer.path("message").asText()).isEqualTo("Calling Function timeout.");
      assertThat(answer.path("detail").path("einfoTEXT").asText())
          .isEqualTo(TaskResult.TIMEOUT_EINFO);
      assertThat(answer.path("detail").path("id").asText()).startsWith("task-");
    }
    String draft = "/api/v1/func-draft/" + id + ".sleeps";
    assertThat(cost(admin().post(draft, "{}").refused("EFuncTimeout", "599.31").json()))
        .isLessThan(5 * LIMIT_MILLIS);
  }

  @Test
  default void answersAtTheApiTimeoutAndKeepsTheResult() {
    String code =
        """
        import time

        @DFF.API('late', api_timeout=2)
        def late():
            time.sleep(3)
            return '迟到'
        """;
    String link = link(publish("late", code) + ".late", "{}");
    JsonNode answer = inTime(() -> visitor().get(link).refused("EAPITimeout", "599.1"));
    assertThat(answer.path("message").asText())
        .isEqualTo(
            "Waiting function result timeout, but task is still running. Use task ID to fetch"
                + " result later.");
    assertThat(answer.path("detail")).hasSize(1);
    String result = "/api/v1/func-result?taskId=" + answer.path("detail").path("id").asText();
    Awaitility.await().until(() -> visitor().get(result).status() == 200);
    assertThat(visitor().get(result).ok().result().asText()).isEqualTo("迟到");
  }

  @Test
  default void takesLimitsFromTheCallerWithinBounds() {
    String link = link("demo__basic.hello_world", "{}");
    visitor().post(link, "{'options': {'timeout': 0}}").refused("EClientBadRequest", "400.43");
    visitor().post(link, "{'options': {'apiTimeout': 'x'}}").refused("EClientBadRequest", "400.43");
    visitor().post(link, "{'options': {'timeout': 5, 'apiTimeout': 3}}").ok();
  }

  /// The first answer that came in time, by the server's own clock.
  private static JsonNode inTime(java.util.function.Supplier<Reply> call) {
    JsonNode answer = call.get().json();
    for (int more = ATTEMPTS - 1; more > 0 && cost(answer) > LIMIT_MILLIS + SLACK_MILLIS; more--) {
      answer = call.get().json();
    }
    assertThat(Duration.ofMillis(cost(answer)))
        .isBetween(Duration.ofMillis(LIMIT_MILLIS), Duration.ofMillis(LIMIT_MILLIS + SLACK_MILLIS));
    return answer;
  }

  private static long cost(JsonNode answer) {
    return answer.path("reqCost").asLong();
  }
}
