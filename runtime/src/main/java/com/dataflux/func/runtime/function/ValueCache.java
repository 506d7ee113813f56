package com.dataflux.func.runtime.function;

import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;

/// `DFF.CACHE`: JSON values kept in Redis, by scope and key.
final class ValueCache implements AutoCloseable {
  private static final int MOST_KEYS = 10_000;

  private final RedisClient redis;

  ValueCache(RedisSettings settings) {
    redis = RedisSources.open(settings);
  }

  JsonNode set(String scope, String key, JsonNode value, @Nullable Integer expire, boolean fresh) {
    SetParams parameters = SetParams.setParams();
    if (expire != null) {
      parameters.ex(expire);
    }
    if (fresh) {
      parameters.nx();
    }
    return BooleanNode.valueOf(redis.set(name(scope, key), Json.write(value), parameters) != null);
  }

  JsonNode get(String scope, String key) {
    String value = redis.get(name(scope, key));
    return value == null ? NullNode.instance : Json.read(value);
  }

  JsonNode delete(String scope, String key) {
    return BooleanNode.valueOf(redis.del(name(scope, key)) > 0);
  }

  JsonNode increment(String scope, String key, long step, @Nullable Integer expire) {
    long sum = redis.incrBy(name(scope, key), step);
    if (expire != null) {
      redis.expire(name(scope, key), (long) expire);
    }
    return LongNode.valueOf(sum);
  }

  JsonNode keys(String scope, String pattern) {
    ArrayNode keys = Json.array();
    String prefix = name(scope, "");
    ScanParams parameters = new ScanParams().match(literal(prefix) + pattern).count(1000);
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      ScanResult<String> page = redis.scan(cursor, parameters);
      page.getResult().forEach(key -> keys.add(key.substring(prefix.length())));
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START) && keys.size() < MOST_KEYS);
    return keys;
  }

  private static String name(String scope, String key) {
    return "DataFluxFunc-cache#" + scope + "@" + key;
  }

  private static String literal(String text) {
    return text.replaceAll("([*?\\[\\]\\\\^])", "\\\\$1");
  }

  @Override
  public void close() {
    redis.close();
  }
}
