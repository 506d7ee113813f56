package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Rows by id, asked of the database once a second at most, since every call needs them.
final class Lookup {
  private static final long FRESH_NANOS = 1_000_000_000L;
  private static final int MOST = 10_000;

  private record Entry(Optional<ObjectNode> row, long time) {}

  private final Rows rows;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  Lookup(Rows rows) {
    this.rows = rows;
  }

  /// The row, which the caller must not change.
  Optional<ObjectNode> find(String id) {
    Entry entry = entries.get(id);
    if (entry != null && System.nanoTime() - entry.time < FRESH_NANOS) {
      return entry.row;
    }
    Optional<ObjectNode> row = rows.get(id);
    if (entries.size() > MOST) {
      entries.clear();
    }
    entries.put(id, new Entry(row, System.nanoTime()));
    return row;
  }
}
