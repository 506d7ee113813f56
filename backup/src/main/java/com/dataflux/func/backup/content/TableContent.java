package com.dataflux.func.backup.content;

/// What a dump holds of one table.
///
/// @param rows how many rows
/// @param checksum over all rows, whatever their order: a server may read a table by any of its
///   keys
public record TableContent(long rows, long checksum) {
  static final TableContent NONE = new TableContent(0, 0);

  TableContent plus(long rowChecksum) {
    return new TableContent(rows + 1, checksum + rowChecksum);
  }
}
