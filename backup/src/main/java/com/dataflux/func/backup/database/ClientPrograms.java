package com.dataflux.func.backup.database;

/// MySQL's own programs, by name or path.
public record ClientPrograms(String mysqldump, String mysql) {

  /// Those found by `PATH`.
  public static ClientPrograms installed() {
    return new ClientPrograms("mysqldump", "mysql");
  }
}
