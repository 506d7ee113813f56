package com.dataflux.func.installer.stack;

/// What puts the host back as it was. An interruption, which may be the very reason for it, does
/// not keep it from running.
public final class WayBack {
  private WayBack() {}

  public static void go(Runnable way) {
    boolean interrupted = Thread.interrupted();
    try {
      way.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
