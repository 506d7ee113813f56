package com.dataflux.func.installer.acceptance;

import com.dataflux.func.testbed.AirGappedHost;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// A caller that calls a function again and again, one call after the other.
final class Load implements AutoCloseable {
  private final AirGappedHost host;
  private final int port;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread caller;
  private int calls;
  private int failures;
  private long firstFailure;
  private long lastFailure;

  private Load(AirGappedHost host, int port) {
    this.host = host;
    this.port = port;
    this.caller = Thread.ofPlatform().start(this::call);
  }

  static Load on(AirGappedHost host, int port) {
    return new Load(host, port);
  }

  private void call() {
    while (open.get()) {
      boolean answered =
          host.http("127.0.0.1", port, "/api/v1/al/auln-hello-world").status() == 200;
      calls++;
      if (!answered) {
        lastFailure = System.nanoTime();
        firstFailure = failures++ == 0 ? lastFailure : firstFailure;
      }
    }
  }

  int calls() {
    return calls;
  }

  int failures() {
    return failures;
  }

  /// From the end of the first call that failed to the end of the last.
  Duration failing() {
    return Duration.ofNanos(lastFailure - firstFailure);
  }

  /// Ends the calls; what was counted stands still afterwards.
  @Override
  public void close() {
    open.set(false);
    try {
      caller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
