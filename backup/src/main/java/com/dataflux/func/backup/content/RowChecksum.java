package com.dataflux.func.backup.content;

import java.util.zip.CRC32C;

/// The checksum of one row as it stands in the dump, given in pieces.
final class RowChecksum {
  private final CRC32C crc = new CRC32C();
  private long length;

  void add(byte[] bytes, int from, int to) {
    crc.update(bytes, from, to - from);
    length += to - from;
  }

  /// Ends the row. The value is spread over 64 bits, so that sums of many rows do not cancel out.
  long take() {
    long mixed = crc.getValue() ^ (length << 32);
    crc.reset();
    length = 0;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
