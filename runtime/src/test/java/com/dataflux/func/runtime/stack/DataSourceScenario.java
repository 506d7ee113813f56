package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.testbed.MySqlServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/// Data sources: managed, tested, and used by functions.
interface DataSourceScenario extends OnStack {

  private String add(String type, ObjectNode config) {
    ObjectNode source = Json.object().put("type", type).put("title", "源");
    source.set("config", config);
    return admin().change("/api/v1/data-sources/do/add", source).ok().data().path("id").asText();
  }

  private ObjectNode mysqlConfig() {
    return Json.object()
        .put("host", stack().mysql.host())
        .put("port", stack().mysql.port())
        .put("user", stack().mysql.user())
        .put("password", stack().mysql.password().reveal())
        .put("database", MySqlServer.DATABASE);
  }

  @Test
  default void usesMySql() {
    String id = add("mysql", mysqlConfig());
    String code =
        """
        source = DFF.SRC('%s')
        source.non_query('CREATE TABLE IF NOT EXISTS src_test (a INT PRIMARY KEY, b VARCHAR(20))')
        changed = source.non_query('REPLACE INTO src_test VALUES (?, ?)', [1, "它's"])
        return [changed > 0, source.query('SELECT a, b FROM src_test WHERE b = ?', ["它's"])]
        """
            .formatted(id);
    assertThat(run("mysql", code)).isEqualTo(Json.read("[true, [{\"a\": 1, \"b\": \"它's\"}]]"));
  }

  @Test
  default void usesRedis() {
    ObjectNode config =
        Json.object()
            .put("host", stack().redis.host())
            .put("port", stack().redis.port())
            .put("database", 9)
            .put("password", stack().redis.password().reveal());
    String id = add("redis", config);
    String code =
        "source = DFF.SRC('%s')\nreturn [source.query('SET', '键', '值'), source.get('键'), source.incr('n')]"
            .formatted(id);
    assertThat(run("redis", code)).isEqualTo(OnStack.json("['OK', '值', 1]"));
    assertThat(test("redis", config).path("ok").asBoolean()).isTrue();
  }

  @Test
  default void usesHttp() {
    ObjectNode config = Json.object().put("baseURL", visitor().server() + "/api/v1");
    String id = add("http", config);
    JsonNode answer =
        run("http", "return DFF.SRC('%s').get('/do/ping', query={'a': '空 格'})".formatted(id));
    assertThat(answer.path("status").asInt()).isEqualTo(200);
    assertThat(answer.path("json").path("data").asText()).isEqualTo("pong");
    assertThat(test("http", config).path("ok").asBoolean()).isTrue();
  }

  @Test
  default void saysWhyASourceCannotBeReached() {
    JsonNode closed = test("mqtt", Json.object().put("host", "127.0.0.1").put("port", 1));
    assertThat(closed.path("ok").asBoolean()).isFalse();
    assertThat(closed.path("message").asText()).isNotBlank();
    JsonNode wrong = test("mysql", mysqlConfig().put("password", "wrong"));
    assertThat(wrong.path("ok").asBoolean()).isFalse();
  }

  private JsonNode test(String type, ObjectNode config) {
    ObjectNode source = Json.object().put("type", type);
    source.set("config", config);
    return admin().change("/api/v1/data-sources/do/test", source).ok().data();
  }

  @Test
  default void managesSourcesWithoutShowingTheirPasswords() {
    String id = add("mysql", mysqlConfig());
    String path = "/api/v1/data-sources/" + id + "/do/";
    String password = stack().mysql.password().reveal();
    assertThat(admin().get(path + "get").ok().text()).doesNotContain(password);
    assertThat(admin().get("/api/v1/data-sources/do/list").ok().text()).doesNotContain(password);
    admin()
        .change(path + "modify", Json.object().set("config", mysqlConfig().put("password", "")))
        .ok();
    // An empty password stands for the stored one in a test as well.
    ObjectNode again = Json.object().put("id", id).put("type", "mysql");
    again.set("config", mysqlConfig().put("password", ""));
    JsonNode tested = admin().change("/api/v1/data-sources/do/test", again).ok().data();
    assertThat(tested.path("ok").asBoolean()).as(tested.toString()).isTrue();
    admin().post(path + "delete", "{}").ok();
    String function =
        publish("gone", "@DFF.API('f')\ndef f():\n    return DFF.SRC('%s')\n".formatted(id));
    call(function + ".f", "{}").refused("EFuncFailed", "599.3");
  }
}
