package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.content.DumpObjects;
import com.dataflux.func.backup.store.DumpFormat;
import com.dataflux.func.backup.store.DumpName;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.backup.store.DumpState;
import com.dataflux.func.backup.store.StoredDump;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpaceForecastTest {
  private static final long GIGABYTE = 1L << 30;
  private static final DumpFormat PACKED = new DumpFormat(DumpFormat.Compression.ZSTD, false);

  @Test
  void expectsOfAPackedDumpWhatTheLastOneShrankTo() {
    SpaceForecast forecast = after(dump(PACKED, GIGABYTE, 10 * GIGABYTE), PACKED);

    assertThat(forecast.fits(2 * GIGABYTE)).isTrue();
    assertThat(forecast.fits(GIGABYTE)).isFalse();
  }

  @Test
  void seesThatTheDatabaseHasGrown() {
    SpaceForecast forecast = after(dump(PACKED, GIGABYTE / 10, GIGABYTE), PACKED);

    assertThat(forecast.fits(GIGABYTE / 2)).isFalse();
  }

  @Test
  void expectsNoShrinkingWhereTheNextIsPlain() {
    SpaceForecast forecast = after(dump(PACKED, GIGABYTE, 10 * GIGABYTE), DumpFormat.PLAIN);

    assertThat(forecast.fits(5 * GIGABYTE)).isFalse();
  }

  @Test
  void goesByHalfOfWhatTheServerSaysWhereTheLastWasPlain() {
    SpaceForecast forecast = after(dump(DumpFormat.PLAIN, GIGABYTE, GIGABYTE), DumpFormat.PLAIN);

    assertThat(forecast.fits(5 * GIGABYTE)).isFalse();
    assertThat(forecast.fits(6 * GIGABYTE)).isTrue();
  }

  /// The server says that the tables have 10 GB.
  private static SpaceForecast after(StoredDump last, DumpFormat next) {
    return SpaceForecast.of(List.of(last), next, 10 * GIGABYTE);
  }

  private static StoredDump dump(DumpFormat format, long bytes, long plain) {
    DumpName name = new DumpName(LocalDateTime.of(2026, 1, 1, 0, 0), false, format);
    DumpContent content =
        new DumpContent(Map.of(), new DumpObjects(0, 0, 0, 0, 0), plain, Optional.empty());
    DumpRecord record =
        new DumpRecord(
            DumpState.VERIFIED,
            1,
            "",
            content,
            "9.7.4",
            Instant.EPOCH,
            Duration.ZERO,
            Instant.EPOCH,
            Optional.empty(),
            List.of());
    return new StoredDump(Path.of(name.toString()), name, bytes, Optional.of(record));
  }
}
