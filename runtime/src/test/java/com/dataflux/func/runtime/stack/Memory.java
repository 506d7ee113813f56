package com.dataflux.func.runtime.stack;

import com.dataflux.func.runtime.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// Memory that processes hold, what they share counted once.
final class Memory {
  private Memory() {}

  /// Megabytes of each service of a stack and in all, as a row of a table.
  static String row(String when, RunningStack stack) throws IOException {
    double mysql = of(List.of(stack.mysql.pid()));
    double redis = of(List.of(stack.redis.pid()));
    double server = of(pids(stack.server));
    double worker = of(pids(stack.worker));
    double beat = of(pids(stack.beat));
    return "| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |"
        .formatted(
            when, mysql, redis, server, worker, beat, mysql + redis + server + worker + beat);
  }

  private static List<Long> pids(Service service) {
    return service.processes().stream().map(ProcessHandle::pid).toList();
  }

  private static double of(Collection<Long> pids) throws IOException {
    long kilobytes = 0;
    for (long pid : pids) {
      try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
        kilobytes +=
            lines
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .sum();
      }
    }
    return kilobytes / 1024.0;
  }
}
