package com.dataflux.func.platform.display;

import java.time.Duration;
import java.util.Locale;

/// Sizes and times as people read them.
public final class Quantity {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Quantity() {}

  /// A size in decimal units: `0 B`, `1.5 MB`, `82 MB`.
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit > 0 && value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }

  /// A time with the precision that matters: `80 ms`, `3.2 s`, `2 min 5 s`.
  public static String time(Duration time) {
    long millis = time.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
  }

  /// How long something has been, in its two largest units: `12 s`, `5 min`, `3 h 20 min`, `4 d 1
  /// h`.
  public static String age(Duration age) {
    if (age.toSeconds() < 60) {
      return Math.max(0, age.toSeconds()) + " s";
    }
    if (age.toMinutes() < 60) {
      return age.toMinutes() + " min";
    }
    return age.toHours() < 24
        ? "%d h %d min".formatted(age.toHours(), age.toMinutesPart())
        : "%d d %d h".formatted(age.toDays(), age.toHoursPart());
  }
}
