package com.dataflux.func.installer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.installer.stack.WayBack;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptionTest {
  @Test
  void waitsPastItsLimitWhileTheHostIsPutBack() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean over = new AtomicBoolean();
    Thread working =
        Thread.startVirtualThread(
            () ->
                WayBack.go(
                    () -> {
                      begun.countDown();
                      sleep(Duration.ofMillis(300));
                      over.set(true);
                    }));
    begun.await();

    Interruption.await(() -> true, Duration.ZERO);

    assertThat(over).isTrue();
    working.join();
  }

  @Test
  void waitsNoLongerForOtherWork() throws InterruptedException {
    long begun = System.nanoTime();

    Interruption.await(() -> true, Duration.ofMillis(50));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(40));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
