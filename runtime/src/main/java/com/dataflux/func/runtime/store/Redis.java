package com.dataflux.func.runtime.store;

import com.dataflux.func.runtime.config.RedisSettings;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
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
    String password = settings.password().reveal();
    GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
    pool.setMaxTotal(16);
    pool.setMaxIdle(4);
    pool.setJmxEnabled(false);
    return new Redis(
        RedisClient.builder()
            .hostAndPort(settings.host(), settings.port())
            .clientConfig(
                DefaultJedisClientConfig.builder()
                    .password(password.isEmpty() ? null : password)
                    .database(settings.database())
                    .connectionTimeoutMillis(3000)
                    .socketTimeoutMillis(3000)
                    .build())
            .poolConfig(pool)
            .build());
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(client.get(PREFIX + name));
  }

  public void put(String name, String value, Duration lifetime) {
    client.set(PREFIX + name, value, SetParams.setParams().px(lifetime.toMillis()));
  }

  /// Puts a value where there is none; false where there is one.
  public boolean putIfAbsent(String name, String value, Duration lifetime) {
    SetParams absent = SetParams.setParams().nx().px(lifetime.toMillis());
    return client.set(PREFIX + name, value, absent) != null;
  }

  /// Lets a value live on from now; false where it is gone.
  public boolean prolong(String name, Duration lifetime) {
    return client.pexpire(PREFIX + name, lifetime.toMillis()) > 0;
  }

  public void remove(String name) {
    client.del(PREFIX + name);
  }

  /// Adds one to a counter that ends so long after its first count.
  public long count(String name, Duration lifetime) {
    long count = client.incr(PREFIX + name);
    if (count == 1) {
      client.pexpire(PREFIX + name, lifetime.toMillis());
    }
    return count;
  }

  /// How much longer a value lives.
  public Duration remaining(String name) {
    return Duration.ofMillis(Math.max(0, client.pttl(PREFIX + name)));
  }

  /// What `INFO` says of a section.
  public String info(String section) {
    return client.info(section);
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
