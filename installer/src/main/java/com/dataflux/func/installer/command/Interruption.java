package com.dataflux.func.installer.command;

import com.dataflux.func.platform.ProblemKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
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
      long end = System.nanoTime() + TIME_TO_STOP.toNanos();
      while (WORKING.get() != null && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The virtual machine would end with 143 after SIGTERM; scripts know one code for both.
    Runtime.getRuntime().halt(ProblemKind.INTERRUPTED.exitCode());
  }
}
