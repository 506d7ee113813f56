package com.dataflux.func.runtime.queue;

import com.dataflux.func.runtime.config.RedisSettings;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisException;

/// Connections to Redis 4.0 and later.
final class RedisConnections {
  /// Longer than Redis takes for any of the scripts; shorter than a caller's patience.
  private static final int TIMEOUT_MILLIS = 5000;

  private RedisConnections() {}

  static Connection open(RedisSettings settings) {
    Connection connection = new Connection(address(settings), config(settings));
    connection.connect();
    return connection;
  }

  static Jedis openClient(RedisSettings settings) {
    return new Jedis(address(settings), config(settings));
  }

  static void close(Connection connection) {
    try {
      connection.close();
    } catch (JedisException e) {
      // It was broken already.
    }
  }

  private static HostAndPort address(RedisSettings settings) {
    return new HostAndPort(settings.host(), settings.port());
  }

  private static JedisClientConfig config(RedisSettings settings) {
    return settings
        .client()
        .connectionTimeoutMillis(TIMEOUT_MILLIS)
        .socketTimeoutMillis(TIMEOUT_MILLIS)
        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
        .build();
  }
}
