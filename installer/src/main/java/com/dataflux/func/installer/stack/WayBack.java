package com.dataflux.func.installer.stack;

import java.util.concurrent.atomic.AtomicInteger;

/// What puts the host back as it was. An interruption, which may be the very reason for it, does
/// not keep it from running.
public final class WayBack {
  private static final AtomicInteger GOING = new AtomicInteger();

  private WayBack() {}

  public static void go(Runnable way) {
    boolean interrupted = Thread.interrupted();
    GOING.incrementAndGet();
    try {
      way.run();
    } finally {
      GOING.decrementAndGet();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Whether this process is putting something back, and should not end yet.
  public static boolean isGoing() {
    return GOING.get() > 0;
  }
}
