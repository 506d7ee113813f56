package com.dataflux.func.testbed;

import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.time.Duration;
import java.util.List;

/// Runs programs of the build machine; one that fails is a failure of the test.
final class Programs {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final HostCommandRunner RUNNER = new HostCommandRunner();

  private Programs() {}

  /// Runs a program and gives what it printed.
  static String run(String... argv) {
    return run(List.of(argv));
  }

  static String run(List<String> argv) {
    Outcome outcome = outcome(argv);
    if (!outcome.succeeded()) {
      throw new IllegalStateException(
          "`%s` ended with %d: %s"
              .formatted(String.join(" ", argv), outcome.exitCode(), outcome.lastLines()));
    }
    return outcome.out();
  }

  /// Runs a program that may fail.
  static Outcome outcome(List<String> argv) {
    return RUNNER.run(Command.of(argv).within(TIMEOUT));
  }
}
