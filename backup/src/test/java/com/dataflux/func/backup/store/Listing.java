package com.dataflux.func.backup.store;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.content.DumpObjects;
import com.dataflux.func.backup.content.TableContent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Dumps for tests that need no files.
final class Listing {
  static final long BYTES = 1000;

  private Listing() {}

  static StoredDump dump(long sequence, LocalDateTime time, DumpState state) {
    DumpName name = new DumpName(time);
    return new StoredDump(
        Path.of(name.toString()), name, BYTES, Optional.of(record(sequence, state)));
  }

  static StoredDump oldStyle(LocalDateTime time) {
    DumpName name = new DumpName(time, true, DumpFormat.PLAIN);
    return new StoredDump(Path.of(name.toString()), name, BYTES, Optional.empty());
  }

  static DumpRecord record(long sequence, DumpState state) {
    DumpContent content =
        new DumpContent(
            Map.of("a b", new TableContent(3, -7), "表", new TableContent(0, 0)),
            new DumpObjects(2, 1, 0, 0, 0),
            BYTES,
            Optional.empty());
    return new DumpRecord(
        state,
        sequence,
        "ab".repeat(32),
        content,
        "9.7.4",
        Instant.EPOCH,
        Duration.ofMillis(1500),
        Instant.EPOCH.plusSeconds(2),
        Optional.of(Duration.ofSeconds(7)),
        List.of("GRANT EVENT ON `d`.* TO 'u'@'%';"));
  }
}
