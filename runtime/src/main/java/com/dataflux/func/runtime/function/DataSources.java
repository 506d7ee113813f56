package com.dataflux.func.runtime.function;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import redis.clients.jedis.RedisClient;

/// `DFF.SRC`: connections to data sources, kept until their configuration changes.
final class DataSources implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(DataSources.class.getName());

  /// @param key the configuration it was made with, as text
  private record Open<T extends AutoCloseable>(String key, T source) {}

  private final Rows rows;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Map<String, Open<MysqlSource>> mysql = new ConcurrentHashMap<>();
  private final Map<String, Open<RedisClient>> redis = new ConcurrentHashMap<>();

  DataSources(Rows rows) {
    this.rows = rows;
  }

  JsonNode type(String id) {
    return TextNode.valueOf(row(id).path("type").asText());
  }

  /// @param arguments id, what, and the arguments of that
  JsonNode use(JsonNode arguments) throws Exception {
    ObjectNode row = row(arguments.path(0).asText());
    JsonNode config = row.path("config");
    String what = arguments.path(1).asText();
    return switch (row.path("type").asText() + "." + what) {
      case "mysql.query" -> mysql(row).query(arguments.path(2).asText(), arguments.path(3));
      case "mysql.execute" -> mysql(row).execute(arguments.path(2).asText(), arguments.path(3));
      case "redis.command" -> RedisSources.command(redis(row), arguments.path(2));
      case "mqtt.publish" -> {
        byte[] message = Base64.getDecoder().decode(arguments.path(3).asText());
        new MqttSource(config)
            .publish(arguments.path(2).asText(), message, arguments.path(4).asInt());
        yield BooleanNode.TRUE;
      }
      case "http.request" -> {
        var given = Json.array();
        for (int i = 2; i < arguments.size(); i++) {
          given.add(arguments.get(i));
        }
        yield new HttpSource(config, http).request(given);
      }
      default -> throw new IllegalArgumentException("a data source of this type has no " + what);
    };
  }

  private ObjectNode row(String id) {
    return rows.get(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no data source '" + id + "'"));
  }

  private MysqlSource mysql(ObjectNode row) {
    return open(mysql, row, MysqlSource::new);
  }

  private RedisClient redis(ObjectNode row) {
    return open(redis, row, config -> RedisSources.open(RedisSources.settings(config)));
  }

  /// The open source of a row, opened anew where its configuration has changed.
  private static <T extends AutoCloseable> T open(
      Map<String, Open<T>> sources, ObjectNode row, Function<JsonNode, T> opening) {
    JsonNode config = row.path("config");
    String key = Json.write(config);
    return sources.compute(
            row.path("id").asText(),
            (id, open) -> {
              if (open != null && open.key.equals(key)) {
                return open;
              }
              if (open != null) {
                end(open);
              }
              return new Open<>(key, opening.apply(config));
            })
        .source;
  }

  private static void end(Open<?> open) {
    try {
      open.source.close();
    } catch (Exception e) {
      LOG.log(Level.FINE, "a data source could not be closed", e);
    }
  }

  @Override
  public void close() {
    mysql.values().forEach(DataSources::end);
    redis.values().forEach(DataSources::end);
    http.close();
  }
}
