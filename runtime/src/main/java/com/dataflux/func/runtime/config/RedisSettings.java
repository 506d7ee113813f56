package com.dataflux.func.runtime.config;

import com.dataflux.func.platform.secret.Secret;

/// How Redis is reached; an empty host stands for one not given yet.
public record RedisSettings(String host, int port, int database, Secret password) {

  public boolean isGiven() {
    return !host.isEmpty();
  }
}
