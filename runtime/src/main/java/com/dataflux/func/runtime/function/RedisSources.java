package com.dataflux.func.runtime.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.providers.PooledConnectionProvider;

/// Redis servers that functions use as data sources.
final class RedisSources {
  private static final int TIMEOUT_MILLIS = 10_000;

  private RedisSources() {}

  /// A client with a few connections, made when they are needed.
  static RedisClient open(RedisSettings settings) {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(8);
    pool.setMaxIdle(2);
    pool.setJmxEnabled(false);
    JedisClientConfig client = settings.client().timeoutMillis(TIMEOUT_MILLIS).build();
    ConnectionFactory connections =
        new ConnectionFactory(
            () -> MeteredSocket.open(settings.host(), settings.port(), TIMEOUT_MILLIS), client);
    return RedisClient.builder()
        .clientConfig(client)
        .connectionProvider(new PooledConnectionProvider(connections, pool))
        .build();
  }

  static RedisSettings settings(JsonNode config) {
    return new RedisSettings(
        config.path("host").asText(),
        config.path("port").asInt(6379),
        config.path("user").asText(""),
        Secret.of(config.path("password").asText("")),
        config.path("database").asInt(0));
  }

  /// @param words the command and its arguments
  /// @throws redis.clients.jedis.exceptions.JedisConnectionException also where the answer does not
  ///   fit
  static JsonNode command(RedisClient redis, JsonNode words) {
    List<byte[]> arguments = new ArrayList<>();
    words.forEach(word -> arguments.add(word.asText().getBytes(UTF_8)));
    byte[] name = arguments.removeFirst();
    CommandArguments command = new CommandArguments(() -> name);
    arguments.forEach(command::add);
    return node(redis.executeCommand(new CommandObject<>(command, BuilderFactory.RAW_OBJECT)));
  }

  private static JsonNode node(@Nullable Object answer) {
    return switch (answer) {
      case null -> NullNode.instance;
      case byte[] text -> TextNode.valueOf(new String(text, UTF_8));
      case Long number -> LongNode.valueOf(number);
      case List<?> list -> {
        ArrayNode array = Json.array();
        list.forEach(each -> array.add(node(each)));
        yield array;
      }
      default -> TextNode.valueOf(answer.toString());
    };
  }
}
