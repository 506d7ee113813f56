package com.dataflux.func.runtime.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// The mark by which a request is found again in the log, and when it began.
public record Trace(String id, Instant begun) {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static Trace begin() {
    // Nobody is kept out by it: the quicker source of chance does.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new Trace(
        "TRACE-" + new UUID(high, low).toString().toUpperCase(Locale.ROOT), Instant.now());
  }

  /// ISO 8601 in UTC, always with milliseconds.
  static String text(Instant time) {
    return MILLIS.format(time);
  }

  long costMillis(Instant end) {
    return Math.max(0, Duration.between(begun, end).toMillis());
  }
}
