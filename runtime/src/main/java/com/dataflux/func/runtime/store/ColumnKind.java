package com.dataflux.func.runtime.store;

/// What a column holds, as its JSON field shows it.
public enum ColumnKind {
  TEXT,
  NUMBER,
  SWITCH,
  /// Any JSON value, kept as text.
  JSON,
  /// Any JSON value, kept encrypted.
  SEALED,
  /// ISO 8601 in UTC.
  TIME
}
