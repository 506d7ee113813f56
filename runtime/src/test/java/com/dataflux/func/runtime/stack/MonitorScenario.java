package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// What operators look at.
interface MonitorScenario extends OnStack {

  @Test
  default void showsLiveFigures() {
    JsonNode data = admin().get("/api/v1/monitor/do/overview").ok().data();
    assertThat(data.path("queues")).hasSize(10);
    assertThat(data.path("workers")).hasSize(1);
    assertThat(data.path("services").path(0).path("ok").asBoolean()).isTrue();
    assertThat(data.path("disk").path("free").asLong()).isPositive();
  }

  @Test
  default void countsEveryCall() {
    long before = calls("ok");
    visitor().get("/api/v1/al/auln-hello-world").ok();
    assertThat(calls("ok")).isGreaterThan(before);
    String id = publish("counted", "@DFF.API('f')\ndef f():\n    raise ValueError('x')\n");
    long failures = calls("failed");
    call(id + ".f", "{}").refused("EFuncFailed", "599.3");
    assertThat(calls("failed")).isGreaterThan(failures);
  }

  private long calls(String how) {
    long sum = 0;
    for (JsonNode minute : admin().get("/api/v1/monitor/do/overview").ok().data().path("calls")) {
      sum += minute.path(how).asLong();
    }
    return sum;
  }

  @Test
  default void reportsOnTheSystem() {
    assertThat(admin().get("/api/v1/monitor/do/sys-report").ok().data().path("text").asText())
        .contains("DataFlux Func", "MySQL", "redis_version", "Workers");
    assertThat(admin().get("/api/v1/system/do/about").ok().data().path("version").asText())
        .isNotBlank();
  }

  @Test
  default void givesFiguresToPrometheus() {
    Reply reply = admin().get("/api/v1/metrics");
    assertThat(reply.header("Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(reply.text()).contains("dataflux_func_queue_length{queue=\"9\"} ");
  }

  @Test
  default void clearsAQueue() {
    assertThat(
            admin()
                .change("/api/v1/monitor/do/clear-queue", "{'queue': 6}")
                .ok()
                .data()
                .path("cleared")
                .asInt())
        .isZero();
    admin()
        .change("/api/v1/monitor/do/clear-queue", "{'queue': 10}")
        .refused("EClientBadRequest", "400.43");
  }

  @Test
  default void remembersWhoDidWhat() {
    admin().change("/api/v1/script-sets/do/add", "{'id': 'noted', 'title': '记录'}").ok();
    Reply found =
        admin().get("/api/v1/operation-records/do/list?target=noted&search=Add+a+script+set").ok();
    JsonNode record = found.data().path("items").path(0);
    assertThat(record.path("username").asText()).isEqualTo(RunningStack.ADMIN);
    assertThat(record.path("clientAddress").asText()).isEqualTo("127.0.0.1");
    assertThat(record.path("isOk").asBoolean()).isTrue();
    String one = "/api/v1/operation-records/" + record.path("id").asText() + "/do/get";
    assertThat(admin().get(one).ok().data().path("body").path("title").asText()).isEqualTo("记录");
  }

  @Test
  default void keepsPasswordsOutOfRecords() {
    admin()
        .change("/api/v1/users/do/add", "{'username': 'noted', 'password': 'not-for-the-record'}")
        .ok();
    String dump = stack().mysql.query("SELECT * FROM dataflux_func.operation_records");
    assertThat(dump).contains("Add a user").doesNotContain("not-for-the-record");
  }
}
