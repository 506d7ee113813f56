package com.dataflux.func.runtime.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/// The mark by which a request is found again in the log, and when it began.
public record Trace(String id, Instant begun) {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static Trace begin() {
    return new Trace(
        "TRACE-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT), Instant.now());
  }

  /// ISO 8601 in UTC, always with milliseconds.
  static String text(Instant time) {
    return MILLIS.format(time);
  }

  long costMillis(Instant end) {
    return Math.max(0, Duration.between(begun, end).toMillis());
  }
}
