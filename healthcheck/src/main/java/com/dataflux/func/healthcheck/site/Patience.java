package com.dataflux.func.healthcheck.site;

import java.time.Duration;

/// How much longer than on an idle machine everything may take before it counts as silent.
///
/// @param times at least 1
public record Patience(double times) {
  /// How long a check may take where nobody asked for more.
  public static final Duration CHECK = Duration.ofMillis(4300);

  public static final Patience USUAL = new Patience(1);

  /// Grows with what a check may take, and is never below the usual.
  public static Patience within(Duration check) {
    return new Patience(Math.max(1, (double) check.toNanos() / CHECK.toNanos()));
  }

  /// @param usual the limit on an idle machine
  Duration of(Duration usual) {
    return times == 1 ? usual : Duration.ofMillis(Math.round(usual.toMillis() * times));
  }

  int millis(int usual) {
    return Math.toIntExact(Math.round(usual * times));
  }
}
