package com.dataflux.func.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ServersIT {

  @ParameterizedTest
  @EnumSource
  void mysqlKeepsWhatItWasGivenThroughAPowerCut(MySqlVersion version) {
    try (MySqlServer server = MySqlServer.start(version)) {
      server.query(
          "CREATE TABLE dataflux_func.t (a VARCHAR(10)); INSERT INTO dataflux_func.t VALUES"
              + " ('数据')");
      server.killAndRestart();
      assertThat(server.query("SELECT a FROM dataflux_func.t").strip()).isEqualTo("数据");
      assertThat(server.query("SELECT VERSION()"))
          .startsWith(version == MySqlVersion.V5_7 ? "5.7.22" : "9.7");
    }
  }

  @Test
  void redisStartsAgainOnTheSamePort() {
    try (RedisServer server = RedisServer.start()) {
      int port = server.port();
      server.killAndRestart();
      server.restart();
      assertThat(server.port()).isEqualTo(port);
    }
  }
}
