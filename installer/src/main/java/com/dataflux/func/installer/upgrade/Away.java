package com.dataflux.func.installer.upgrade;

import com.dataflux.func.installer.stack.Application;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Measures how long the pages do not answer while something else goes on.
public final class Away implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicBoolean open = new AtomicBoolean(true);

  private Away(Application application) {
    Thread.startVirtualThread(() -> ask(application));
  }

  public static Away watch(Application application) {
    return new Away(application);
  }

  /// From the first question without an answer to the next one with, all gaps added up.
  public Duration soFar() {
    return Duration.ofNanos(nanos.get());
  }

  private void ask(Application application) {
    long last = System.nanoTime();
    boolean answered = true;
    while (open.get()) {
      boolean answers = application.takesCalls();
      long now = System.nanoTime();
      if (!answered) {
        nanos.addAndGet(now - last);
      }
      answered = answers;
      last = now;
      try {
        Thread.sleep(BETWEEN);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    open.set(false);
  }
}
