package com.dataflux.func.runtime.store;

import java.util.Locale;
import java.util.regex.Pattern;

/// A column of a table: `func_id` in the database is `funcId` in JSON.
///
/// @param field the name in JSON
/// @param isLong whether lists leave it out, since it may be megabytes
public record Column(String field, ColumnKind kind, boolean isLong) {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])([A-Z]+)");

  /// The name in the database.
  public String name() {
    return HUMP.matcher(field).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }
}
