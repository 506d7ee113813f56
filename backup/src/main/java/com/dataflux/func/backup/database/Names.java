package com.dataflux.func.backup.database;

/// Names as SQL writes them.
final class Names {
  private Names() {}

  static String quote(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  static String quote(String database, String name) {
    return quote(database) + "." + quote(name);
  }
}
