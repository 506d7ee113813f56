package com.dataflux.func.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/// Interrupts the thread that began it when nothing is heard for too long. A connection whose cable
/// is cut ends in no other way: neither side is told.
final class SilenceWatch implements AutoCloseable {
  private final Thread watched = Thread.currentThread();
  private final Duration patience;
  private final Thread watching;
  private volatile long heard = System.nanoTime();
  private volatile boolean struck;

  private SilenceWatch(Duration patience) {
    this.patience = patience;
    this.watching = Thread.ofVirtual().unstarted(this::watch);
  }

  static SilenceWatch begin(Duration patience) {
    SilenceWatch begun = new SilenceWatch(patience);
    begun.watching.start();
    return begun;
  }

  /// Hears what is written, and passes it on.
  OutputStream hearing(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        heard = System.nanoTime();
        out.write(bytes, from, length);
      }
    };
  }

  private void watch() {
    try {
      while (true) {
        Duration left = patience.minusNanos(System.nanoTime() - heard);
        if (!left.isPositive()) {
          struck = true;
          watched.interrupt();
          return;
        }
        Thread.sleep(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the watch.
  ///
  /// @return whether it had to strike; the thread is no longer interrupted then
  boolean end() {
    close();
    return struck && Thread.interrupted();
  }

  @Override
  public void close() {
    watching.interrupt();
  }
}
