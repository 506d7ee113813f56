package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import com.dataflux.func.testbed.RedisServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The first run, as far as it says what is wrong.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SetupIT {
  private static final String CHECK = "/api/v1/setup/do/check";
  private static RunningStack stack;

  @BeforeAll
  static void start() {
    stack = RunningStack.beforeSetup(MySqlVersion.V5_7, "--innodb-large-prefix=off");
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  private static JsonNode faults(String database, ObjectNode changes) {
    ObjectNode whole = stack.setup(RunningStack.SETUP_CODE);
    ObjectNode setup = Json.object().put("code", RunningStack.SETUP_CODE);
    ObjectNode connection = (ObjectNode) whole.path(database);
    setup.set(database, connection.setAll(changes));
    JsonNode data = stack.visitor().post(CHECK, Json.object().set("setup", setup)).ok().data();
    assertThat(data.path("ok").asBoolean()).isEqualTo(data.path("faults").isEmpty());
    return data.path("faults");
  }

  @Test
  void asksForTheCode() {
    for (String code : new String[] {"", "wrong"}) {
      stack
          .visitor()
          .post(CHECK, Json.object().set("setup", stack.setup(code)))
          .refused("EUserAuth", "401.14");
    }
    Reply status = stack.visitor().get("/api/v1/setup/do/status").ok();
    assertThat(status.data().path("isCompleted").asBoolean()).isFalse();
    assertThat(status.data().path("needs")).hasSize(2);
  }

  @Test
  void serves503UntilItIsDone() {
    for (String path : new String[] {"/api/v1/scripts/do/list", "/api/v1/al/auln-hello-world"}) {
      Reply reply = stack.visitor().get(path).refused("EUnavailable", "503.1");
      assertThat(reply.header("Retry-After")).isEqualTo("1");
    }
  }

  @Test
  void saysWhatIsWrongWithAMySql() {
    assertThat(faults("mysql", Json.object()).toString()).contains("innodb-large-prefix");
    assertThat(faults("mysql", Json.object().put("password", "wrong")).toString())
        .contains("the password is wrong");
    assertThat(faults("mysql", Json.object().put("database", "none")).toString())
        .contains("no such database");
    assertThat(faults("mysql", Json.object().put("port", 1)).toString()).contains("be reached");
    stack.mysql.query("CREATE DATABASE latin CHARACTER SET latin1");
    assertThat(faults("mysql", Json.object().put("database", "latin")).toString())
        .contains("utf8mb4");
  }

  @Test
  void takesPasswordsOfAnyLetters() {
    stack.mysql.query("SET GLOBAL innodb_large_prefix = ON");
    stack.mysql.query("CREATE USER 'odd'@'%' IDENTIFIED BY 'a@b:c/d%e#f?'");
    stack.mysql.query("GRANT ALL ON " + MySqlServer.DATABASE + ".* TO 'odd'@'%'");
    ObjectNode odd = Json.object().put("user", "odd").put("password", "a@b:c/d%e#f?");
    assertThat(faults("mysql", odd)).isEmpty();
    stack.mysql.query("SET GLOBAL innodb_large_prefix = OFF");
  }

  @Test
  void saysWhatIsWrongWithARedis() {
    assertThat(faults("redis", Json.object())).isEmpty();
    assertThat(faults("redis", Json.object().put("password", "wrong"))).hasSize(1);
    try (RedisServer cluster = RedisServer.start("--cluster-enabled", "yes")) {
      ObjectNode place =
          Json.object()
              .put("port", cluster.port())
              .put("database", 0)
              .put("password", cluster.password().reveal());
      assertThat(faults("redis", place).toString()).contains("cluster mode");
      assertThat(faults("redis", place.put("database", 5)).toString()).contains("cluster mode");
    }
    try (RedisServer replica =
        RedisServer.start("--replicaof", stack.redis.host(), "" + stack.redis.port())) {
      ObjectNode place =
          Json.object().put("port", replica.port()).put("password", replica.password().reveal());
      assertThat(faults("redis", place).toString()).contains("replica");
    }
  }
}
