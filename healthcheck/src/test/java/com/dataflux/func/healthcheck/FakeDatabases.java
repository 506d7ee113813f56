package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.site.InsideView;
import com.dataflux.func.healthcheck.site.MysqlView;
import com.dataflux.func.healthcheck.site.Outlook;
import com.dataflux.func.healthcheck.site.RedisView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Healthy databases and broker, until a test changes what they say.
final class FakeDatabases {
  boolean external;
  boolean broker;
  int mysqlError;
  String redisError = "";
  Optional<Integer> mqttCode = Optional.of(0);
  int slow;
  long mysqlAhead;
  final Map<String, String> mysql = new LinkedHashMap<>();
  final List<String> grants = new ArrayList<>();
  final Map<String, Long> failures = new LinkedHashMap<>();
  final Map<String, String> redis = new LinkedHashMap<>();
  final Map<Integer, Long> queues = new LinkedHashMap<>();
  final Map<Integer, Long> oldest = new LinkedHashMap<>();

  FakeDatabases() {
    mysql.put("version", "9.7.0");
    mysql.put("Ssl_version", "TLSv1.3");
    mysql.put("database_character_set", "utf8mb4");
    mysql.put("database_collation", "utf8mb4_unicode_ci");
    grants.add("GRANT USAGE ON *.* TO `dff`@`%`");
    grants.add("GRANT ALL PRIVILEGES ON `dataflux_func`.* TO `dff`@`%`");
    redis.put("redis_version", "8.0.2");
    redis.put("cluster_enabled", "0");
    redis.put("role", "master");
    redis.put("aof_enabled", "1");
    redis.put("aof_last_write_status", "ok");
    redis.put("rdb_last_bgsave_status", "ok");
    redis.put("maxmemory", "0");
    redis.put("used_memory", "1000000");
    redis.put("maxmemory-policy", "noeviction");
    for (int queue = 0; queue < 10; queue++) {
      queues.put(queue, 0L);
    }
  }

  InsideView view(Outlook outlook) {
    return new InsideView(
        outlook,
        Optional.of(new MysqlView(mysqlError, "as made", mysql, grants, failures, mysqlAhead)),
        Optional.of(new RedisView(redisError, redis, queues, oldest, slow, 0)),
        broker ? mqttCode : Optional.empty());
  }
}
