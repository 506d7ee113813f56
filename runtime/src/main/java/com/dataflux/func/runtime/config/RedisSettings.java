package com.dataflux.func.runtime.config;

import com.dataflux.func.platform.secret.Secret;
import redis.clients.jedis.DefaultJedisClientConfig;

/// How Redis is reached; an empty host stands for one not given yet.
///
/// @param user empty for the default one, the only one before Redis 6
public record RedisSettings(String host, int port, String user, Secret password, int database) {

  public boolean isGiven() {
    return !host.isEmpty();
  }

  /// A client that signs in so, in the old protocol, with which every Redis begins. Asking for it
  /// by name takes a command that Redis has since version 6 only.
  public DefaultJedisClientConfig.Builder client() {
    DefaultJedisClientConfig.Builder client =
        DefaultJedisClientConfig.builder().serverDefaultProtocol().database(database);
    if (!user.isEmpty()) {
      client.user(user);
    }
    if (!password.isEmpty()) {
      client.password(password.reveal());
    }
    return client;
  }
}
