package com.dataflux.func.backup.store;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/// A dump that stands on disk.
///
/// @param record what is known of it; nothing of a dump of an older release
public record StoredDump(Path file, DumpName name, long bytes, Optional<DumpRecord> record) {
  /// Oldest first. The order in which dumps were made counts more than their names, which follow a
  /// clock that may have been set back; those without a record were there before all others.
  public static final Comparator<StoredDump> BY_AGE =
      Comparator.comparingLong(StoredDump::sequence).thenComparing(StoredDump::name);

  public long sequence() {
    return record.map(DumpRecord::sequence).orElse(0L);
  }

  public boolean verified() {
    return record.filter(known -> known.atLeast(DumpState.VERIFIED)).isPresent();
  }

  public StoredDump with(DumpRecord newRecord) {
    return new StoredDump(file, name, bytes, Optional.of(newRecord));
  }
}
