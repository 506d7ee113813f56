package com.dataflux.func.installer.command;

import com.dataflux.func.installer.stack.WayBack;
import com.dataflux.func.platform.ProblemKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Makes Ctrl-C and SIGTERM end the command in order: the working thread is interrupted and given
/// time to put down what it holds.
final class Interruption {
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);
  private static final AtomicReference<@Nullable Thread> WORKING = new AtomicReference<>();

  private Interruption() {}

  static void arm(Thread working) {
    WORKING.set(working);
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::stop, "interruption"));
  }

  static void disarm() {
    WORKING.set(null);
  }

  private static void stop() {
    Thread working = WORKING.get();
    if (working == null) {
      return;
    }
    working.interrupt();
    try {
      await(() -> WORKING.get() != null, TIME_TO_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The virtual machine would end with 143 after SIGTERM; scripts know one code for both.
    Runtime.getRuntime().halt(ProblemKind.INTERRUPTED.exitCode());
  }

  /// Waits until the work has ended; past the limit only while it puts the host back.
  static void await(BooleanSupplier works, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (works.getAsBoolean() && (System.nanoTime() < end || WayBack.isGoing())) {
      Thread.sleep(20);
    }
  }
}
