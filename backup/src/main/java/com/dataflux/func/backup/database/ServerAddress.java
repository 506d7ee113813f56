package com.dataflux.func.backup.database;

import java.nio.file.Path;

/// Where a MySQL server listens.
public sealed interface ServerAddress {

  /// Over the network.
  record Tcp(String host, int port) implements ServerAddress {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /// On this machine alone.
  record Socket(Path path) implements ServerAddress {
    @Override
    public String toString() {
      return path.toString();
    }
  }
}
