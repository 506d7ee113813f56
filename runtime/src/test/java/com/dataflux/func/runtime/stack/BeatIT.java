package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.Service;
import com.dataflux.func.testbed.MySqlVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Schedulers and their log.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BeatIT {
  private static final String ACTIVE = "This scheduler is active.";
  private static final Duration TAKEOVER = Duration.ofSeconds(10);

  @Test
  void hasOneSchedulerActiveAndTakesOverFromADeadOne() throws IOException {
    try (RunningStack stack = RunningStack.start(MySqlVersion.V9_7);
        Service second = stack.application.anotherBeat("second-beat")) {
      Path log = stack.data().resolve("logs/dataflux-func.log");
      Awaitility.await("one is active").until(() -> count(log) == 1);
      second.start();
      Awaitility.await("the second one works")
          .until(() -> Files.exists(stack.directory().resolve("second-beat")));
      assertThat(count(log)).isEqualTo(1);
      stack.beat.kill();
      Awaitility.await("the second one takes over").atMost(TAKEOVER).until(() -> count(log) == 2);
      stack.beat.start();

      // As logrotate does it.
      Files.move(log, log.resolveSibling("dataflux-func.log-20260101"));
      second.kill();
      Awaitility.await("the first one is back, in a new log")
          .atMost(TAKEOVER)
          .until(() -> Files.exists(log) && count(log) == 1);
    }
  }

  private static long count(Path log) throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(ACTIVE)).count();
    }
  }
}
