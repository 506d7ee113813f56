package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Timetables. What is begun first has its minute while the other scenarios run.
interface TimetableScenario extends OnStack {
  String TIMED =
      """
      @DFF.API('timed')
      def timed(x):
          return [x, _ORIGIN, _CRONTAB, _QUEUE]

      @DFF.API('fixed', fixed_crontab='* * * * *', delayed_crontab=[1, 2])
      def fixed():
          return _CRONTAB
      """;

  @Test
  @Order(1)
  default void beginsTimetables() {
    String id = publish("timed", TIMED);
    admin()
        .change(
            "/api/v1/crontab-configs/do/add",
            "{'id': 'cron-timed', 'funcId': '%s.timed', 'funcCallKwargs': {'x': '时'}, 'crontab': '*/1 * * * *', 'timezone': 'Asia/Kathmandu'}"
                .formatted(id))
        .ok();
    admin()
        .change(
            "/api/v1/crontab-configs/do/add",
            "{'id': 'cron-fixed', 'funcId': '%s.fixed'}".formatted(id))
        .ok();
    admin()
        .change(
            "/api/v1/crontab-configs/do/add",
            "{'id': 'cron-off', 'funcId': '%s.fixed', 'isDisabled': true}".formatted(id))
        .ok();
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  default void hasRunThem() {
    awaitRecords("cron-timed", 1);
    awaitRecords("cron-fixed", 2);
    JsonNode record = records("cron-timed").path("items").path(0);
    JsonNode whole =
        admin().get("/api/v1/task-records/" + record.path("id").asText() + "/do/get").ok().data();
    assertThat(whole.path("result")).isEqualTo(OnStack.json("['时', 'crontab', '*/1 * * * *', 8]"));
    assertThat(records("cron-off").path("totalCount").asInt()).isZero();
    assertThat(
            admin()
                .get("/api/v1/crontab-configs/cron-timed/do/get")
                .ok()
                .data()
                .path("lastRunTime")
                .isTextual())
        .isTrue();
  }

  private void awaitRecords(String originId, int least) {
    Awaitility.await(originId + " has run")
        .atMost(Duration.ofSeconds(90))
        .until(() -> records(originId).path("totalCount").asInt() >= least);
  }

  private JsonNode records(String originId) {
    return admin().get("/api/v1/task-records/do/list?originId=" + originId).ok().data();
  }

  @Test
  default void showsTheNextTimes() {
    String path = "/api/v1/crontab-configs/do/preview?timezone=UTC&count=2&crontab=";
    JsonNode times = admin().get(path + "30+4+1+1+*").ok().data().path("nextTimes");
    assertThat(times).hasSize(2);
    assertThat(times.path(0).asText()).endsWith("-01-01T04:30:00Z");
    admin().get(path + "61+*+*+*+*").refused("EClientBadRequest", "400.43");
  }

  @Test
  default void managesTimetables() {
    admin()
        .change(
            "/api/v1/crontab-configs/do/add",
            "{'funcId': 'demo__basic.plus', 'crontab': 'tomorrow'}")
        .refused("EClientBadRequest", "400.43");
    String id =
        admin()
            .change(
                "/api/v1/crontab-configs/do/add",
                "{'funcId': 'demo__basic.hello_world', 'crontab': '0 0 1 1 *'}")
            .ok()
            .data()
            .path("id")
            .asText();
    String path = "/api/v1/crontab-configs/" + id + "/do/";
    admin()
        .change(path + "modify", "{'timezone': 'Mars/Base'}")
        .refused("EClientBadRequest", "400.43");
    admin().change(path + "modify", "{'timezone': 'Europe/Berlin'}").ok();
    assertThat(admin().get(path + "get").ok().data().path("timezone").asText())
        .isEqualTo("Europe/Berlin");
    assertThat(admin().get("/api/v1/crontab-configs/do/list").ok().text()).contains(id);
    admin().post(path + "delete", "{}").ok();
  }
}
