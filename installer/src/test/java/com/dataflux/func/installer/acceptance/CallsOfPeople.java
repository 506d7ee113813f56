package com.dataflux.func.installer.acceptance;

import com.dataflux.func.testbed.AirGappedHost;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Calls of a function, one after the other from each of several callers, until closed.
final class CallsOfPeople implements AutoCloseable {
  private static final int CALLERS = 6;

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger answered = new AtomicInteger();
  private volatile boolean over;

  CallsOfPeople(AirGappedHost host) {
    for (int i = 0; i < CALLERS; i++) {
      callers.execute(
          () -> {
            while (!over) {
              host.http("/api/v1/al/auln-hello-world");
              answered.incrementAndGet();
            }
          });
    }
  }

  int answered() {
    return answered.get();
  }

  @Override
  public void close() {
    over = true;
    callers.close();
  }
}
