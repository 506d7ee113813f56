package com.dataflux.func.backup.content;

import java.util.Map;
import java.util.Optional;

/// What was met in a dump, read from its first byte to its last.
///
/// @param tables each table's rows, by name; a table without rows is there too
/// @param flaw why the dump is not whole; empty where it is
public record DumpContent(
    Map<String, TableContent> tables, DumpObjects objects, long bytes, Optional<String> flaw) {

  public DumpContent {
    tables = Map.copyOf(tables);
  }

  public long rows() {
    return tables.values().stream().mapToLong(TableContent::rows).sum();
  }

  /// Whether another dump, possibly of another server, holds the same rows and objects.
  public boolean sameAs(DumpContent other) {
    return tables.equals(other.tables) && objects.equals(other.objects);
  }
}
