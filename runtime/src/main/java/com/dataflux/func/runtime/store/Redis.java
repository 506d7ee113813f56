package com.dataflux.func.runtime.store;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.runtime.config.RedisSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.params.SetParams;

/// What the server and beat keep in Redis beside the queue: sessions, locks, counters. Every name
/// begins with `DataFluxFunc-server#`.
public final class Redis implements AutoCloseable {
  private static final String PREFIX = "DataFluxFunc-server#";

  private final RedisClient client;

  private Redis(RedisClient client) {
    this.client = client;
  }

  public static Redis open(RedisSettings settings) {
    GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
    pool.setMaxTotal(16);
    pool.setMaxIdle(4);
    pool.setJmxEnabled(false);
    return new Redis(
        RedisClient.builder()
            .hostAndPort(settings.host(), settings.port())
            .clientConfig(
                settings.client().connectionTimeoutMillis(3000).socketTimeoutMillis(3000).build())
            .poolConfig(pool)
            .build());
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(ask(() -> client.get(PREFIX + name)));
  }

  public void put(String name, String value, Duration lifetime) {
    SetParams parameters = SetParams.setParams().px(lifetime.toMillis());
    var _ = ask(() -> client.set(PREFIX + name, value, parameters));
  }

  /// Puts a value where there is none; false where there is one.
  public boolean putIfAbsent(String name, String value, Duration lifetime) {
    SetParams absent = SetParams.setParams().nx().px(lifetime.toMillis());
    return ask(() -> client.set(PREFIX + name, value, absent)) != null;
  }

  /// Puts a value where there is none, or lets it live on if it is still this one, at one stroke;
  /// false where there is another. Also where memory is full, as a script may write that has begun
  /// with a removal.
  public boolean hold(String name, String value, Duration lifetime) {
    String script =
        """
        local value = redis.call('GET', KEYS[1])
        if value == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
        if value then return 0 end
        redis.call('DEL', KEYS[1])
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
        return 1\
        """;
    List<String> whole = List.of(value, Long.toString(lifetime.toMillis()));
    return Long.valueOf(1).equals(ask(() -> client.eval(script, List.of(PREFIX + name), whole)));
  }

  /// Lets a value live on from now; false where it is gone.
  public boolean prolong(String name, Duration lifetime) {
    return requireNonNull(ask(() -> client.pexpire(PREFIX + name, lifetime.toMillis()))) > 0;
  }

  /// Removes a value if it is still this one, at one stroke.
  public boolean removeIf(String name, String value) {
    String script =
        "if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end return redis.call('DEL',"
            + " KEYS[1])";
    List<String> key = List.of(PREFIX + name);
    return Long.valueOf(1).equals(ask(() -> client.eval(script, key, List.of(value))));
  }

  public void remove(String name) {
    var _ = ask(() -> client.del(PREFIX + name));
  }

  /// Adds one to a counter that ends so long after its first count, at one stroke.
  public long count(String name, Duration lifetime) {
    String script =
        "local count = redis.call('INCR', KEYS[1]) if count == 1 then"
            + " redis.call('PEXPIRE', KEYS[1], ARGV[1]) end return count";
    List<String> millis = List.of(Long.toString(lifetime.toMillis()));
    return (Long) requireNonNull(ask(() -> client.eval(script, List.of(PREFIX + name), millis)));
  }

  /// How much longer a value lives.
  public Duration remaining(String name) {
    return Duration.ofMillis(Math.max(0, requireNonNull(ask(() -> client.pttl(PREFIX + name)))));
  }

  /// What `INFO` says of a section.
  public String info(String section) {
    return requireNonNull(ask(() -> client.info(section)));
  }

  /// Connections that a restart of Redis has cut are noticed at their next use: then all are made
  /// anew, and the question is asked once more.
  private <T> @Nullable T ask(Supplier<@Nullable T> question) {
    try {
      return question.get();
    } catch (JedisConnectionException e) {
      client.getPool().clear();
      return question.get();
    }
  }

  /// Removes every key of the database.
  public void clear() {
    client.flushDB();
  }

  @Override
  public void close() {
    client.close();
  }
}
