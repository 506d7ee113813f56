package com.dataflux.func.runtime;

import java.util.concurrent.CountDownLatch;

/// Lets a service run until SIGTERM, then closes it while the JVM still lives.
final class Stopping {
  private Stopping() {}

  /// Nothing else collects the garbage of a service that idles.
  private static void giveBackWhatStartingTook() {
    System.gc();
  }

  static void whenAsked(AutoCloseable service) throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      try {
                        service.close();
                      } catch (Exception e) {
                        System.err.println("The service did not stop cleanly: " + e);
                      }
                      asked.countDown();
                    }));
    giveBackWhatStartingTook();
    asked.await();
  }
}
