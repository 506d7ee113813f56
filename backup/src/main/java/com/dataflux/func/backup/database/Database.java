package com.dataflux.func.backup.database;

import com.dataflux.func.platform.secret.Secret;

/// One database of one server, and the account that reaches it.
public record Database(ServerAddress address, String user, Secret password, String name) {

  /// The database and its server as messages name them.
  public String label() {
    return "%s at %s".formatted(name, address);
  }
}
