package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting for a state of the host, looked at often and for a limited time.
public final class Patience {
  private static final Duration BETWEEN = Duration.ofMillis(150);

  private Patience() {}

  /// The first answer that is there; empty where the limit passes before.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `INTERRUPTED`
  public static <T> Optional<T> until(Duration limit, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent() || System.nanoTime() > end) {
        return answer;
      }
      try {
        Thread.sleep(BETWEEN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw ProblemKind.INTERRUPTED
            .problem(
                "Stopped while waiting",
                "Ctrl-C or SIGTERM",
                "Run the same command again; it carries on from here.")
            .asException(e);
      }
    }
  }

  /// Whether something comes to hold within the limit.
  public static boolean holds(Duration limit, BooleanSupplier condition) {
    return until(limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
        .isPresent();
  }
}
