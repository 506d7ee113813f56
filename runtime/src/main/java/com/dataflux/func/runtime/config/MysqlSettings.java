package com.dataflux.func.runtime.config;

import com.dataflux.func.platform.secret.Secret;

/// How the database is reached; an empty host stands for one not given yet.
public record MysqlSettings(String host, int port, String user, Secret password, String database) {

  public boolean isGiven() {
    return !host.isEmpty();
  }
}
