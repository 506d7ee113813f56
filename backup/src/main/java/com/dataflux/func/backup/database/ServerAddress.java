package com.dataflux.func.backup.database;

import java.nio.file.Path;
import java.util.Set;

/// Where a MySQL server listens.
public sealed interface ServerAddress {
  /// The built-in server, seen from a container of the stack, and this machine.
  Set<String> NEAR = Set.of("mysql", "localhost", "127.0.0.1");

  /// Whether nothing between it and this program could be listened to.
  default boolean isNear() {
    return switch (this) {
      case Tcp tcp -> NEAR.contains(tcp.host());
      case Socket _ -> true;
    };
  }

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
