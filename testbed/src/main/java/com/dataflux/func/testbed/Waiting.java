package com.dataflux.func.testbed;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits for what takes a moment.
final class Waiting {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /// Asks again and again until there is an answer.
  ///
  /// @param what completes the sentence "it did not happen that …"
  static <T> T until(String what, Supplier<@Nullable T> answer) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      T found = answer.get();
      if (found != null) {
        return found;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("it did not happen within %s that %s".formatted(LIMIT, what));
  }
}
