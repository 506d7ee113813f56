package com.dataflux.func.backup.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much is kept.
///
/// @param dumps how many dumps; at least the last is kept
/// @param bytes how much they may have together; without limit where it is `Long.MAX_VALUE`
public record Retention(int dumps, long bytes) {

  /// A number of dumps, whatever their size.
  public static Retention of(int dumps) {
    return new Retention(dumps, Long.MAX_VALUE);
  }

  /// The dumps that may go, oldest first. None may before one was verified, and the last that was
  /// verified never may.
  public List<StoredDump> surplus(List<StoredDump> listing) {
    List<StoredDump> newestFirst = listing.stream().sorted(StoredDump.BY_AGE.reversed()).toList();
    Optional<StoredDump> lastVerified =
        newestFirst.stream().filter(StoredDump::verified).findFirst();
    if (lastVerified.isEmpty()) {
      return List.of();
    }
    List<StoredDump> surplus = new ArrayList<>();
    long total = 0;
    for (int i = 0; i < newestFirst.size(); i++) {
      StoredDump dump = newestFirst.get(i);
      total += dump.bytes();
      boolean tooMany = i >= Math.max(dumps, 1) || (i > 0 && total > bytes);
      if (tooMany && !dump.equals(lastVerified.get())) {
        surplus.add(dump);
      }
    }
    return surplus.reversed();
  }
}
