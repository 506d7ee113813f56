package com.dataflux.func.runtime.function;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/// Tries a data source out before scripts do.
public final class SourceTrial {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private SourceTrial() {}

  /// What keeps a data source from being used, in words; nothing where it answers.
  public static Optional<String> fault(String type, JsonNode config) throws InterruptedException {
    try {
      switch (type) {
        case "mysql" -> mysql(config);
        case "redis" -> redis(config);
        case "mqtt" -> new MqttSource(config).tryOut();
        case "http" -> http(config);
        default -> throw new IllegalArgumentException("there is no type \"" + type + "\"");
      }
      return Optional.empty();
    } catch (SQLException | IOException | JedisException | IllegalArgumentException e) {
      return Optional.of(words(e));
    }
  }

  private static void mysql(JsonNode config) throws SQLException {
    try (MysqlSource source = new MysqlSource(config)) {
      source.query("SELECT 1", Json.array());
    }
  }

  private static void redis(JsonNode config) {
    try (RedisClient client = RedisSources.open(RedisSources.settings(config))) {
      RedisSources.command(client, Json.array().add("PING"));
    }
  }

  /// Any answer will do: what the address itself stands for is not known.
  private static void http(JsonNode config) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      new HttpSource(config, client).request(Json.array().add("GET").add(""));
    }
  }

  private static String words(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
