package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Batches: calls that answer a task's id at once.
interface BatchScenario extends OnStack {

  private JsonNode awaitResult(Reply started) {
    String taskId = started.ok().data().path("id").asText();
    assertThat(taskId).startsWith("task-");
    String path = "/api/v1/func-result?taskId=" + taskId;
    Awaitility.await().until(() -> visitor().get(path).status() == 200);
    return visitor().get(path).ok().data();
  }

  @Test
  default void startsBatchesInBothForms() {
    String code =
        """
        @DFF.API('f')
        def f(x):
            print('批处理')
            return [x, _ORIGIN, _QUEUE]
        """;
    String function = publish("batch", code) + ".f";
    admin()
        .change("/api/v1/batches/do/add", "{'id': 'bat-own', 'funcId': '%s'}".formatted(function))
        .ok();
    String path = "/api/v1/bat/bat-own";
    assertThat(awaitResult(visitor().post(path, "{'kwargs': {'x': 1}}")).path("result"))
        .isEqualTo(OnStack.json("[1, 'batch', 9]"));
    assertThat(
            awaitResult(visitor().get(path + "?kwargs=%7B%22x%22:2%7D"))
                .path("result")
                .path(0)
                .asInt())
        .isEqualTo(2);
    assertThat(awaitResult(visitor().get(path + "/simplified?x=3")).path("result").path(0).asText())
        .isEqualTo("3");
    JsonNode last = awaitResult(visitor().form(path + "/simplified", "x=4"));
    assertThat(last.path("status").asText()).isEqualTo("OK");
    String records = "/api/v1/task-records/";
    String id = last.path("id").asText();
    Awaitility.await("beat writes records down")
        .until(() -> admin().get(records + id + "/do/get").status() == 200);
    JsonNode record = admin().get(records + id + "/do/get").ok().data();
    assertThat(record.path("origin").asText()).isEqualTo("batch");
    assertThat(record.path("originId").asText()).isEqualTo("bat-own");
    assertThat(record.path("log").path(0).asText()).isEqualTo("批处理");
    assertThat(record.path("peakMemory").asLong()).isGreaterThan(1 << 20);
    assertThat(
            admin()
                .get(records + "do/list?originId=bat-own")
                .ok()
                .data()
                .path("totalCount")
                .asInt())
        .isEqualTo(4);
  }

  @Test
  default void managesBatches() {
    String id =
        admin()
            .change("/api/v1/batches/do/add", "{'funcId': 'demo__basic.plus'}")
            .ok()
            .data()
            .path("id")
            .asText();
    String path = "/api/v1/batches/" + id + "/do/";
    admin().change(path + "modify", "{'isDisabled': true}").ok();
    assertThat(admin().get(path + "get").ok().data().path("isDisabled").asBoolean()).isTrue();
    visitor().get("/api/v1/bat/" + id).refused("EClientNotFound", "404.41");
    assertThat(admin().get("/api/v1/batches/do/list").ok().text()).contains(id);
    admin().post(path + "delete", "{}").ok();
  }
}
