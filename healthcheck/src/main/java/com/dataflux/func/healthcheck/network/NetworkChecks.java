package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Check;
import java.util.List;

/// Every check of what can be reached.
public final class NetworkChecks {
  private NetworkChecks() {}

  public static List<Check> all() {
    return List.of(
        new NameServers(),
        new Names(),
        new Endpoints(),
        new Gateway(),
        new Targets(),
        new MysqlSignIn(),
        new MysqlVersion(),
        new MysqlCharacters(),
        new MysqlGrants(),
        new DatabaseClocks(),
        new RedisSignIn(),
        new RedisKind(),
        new RedisMemory(),
        new RedisPersistence(),
        new RedisSlow(),
        new Broker());
  }
}
