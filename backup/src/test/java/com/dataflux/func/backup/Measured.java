package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a command took, with everything that it started.
///
/// @param memory kilobytes of its largest process at its peak
/// @param longestWait milliseconds that an insert beside it waited at most
record Measured(
    String name, int exitCode, double seconds, double processor, long memory, long longestWait) {

  /// @param worker what runs already and does the work when the command asks it to
  static Measured run(
      String name, String command, Path place, Database database, Optional<ProcessHandle> worker)
      throws IOException, InterruptedException {
    double before = worker.map(each -> processor(each.pid())).orElse(0.0);
    Path times = place.resolve("times");
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash",
                "-c",
                "TIMEFORMAT='%R %U %S'; time { { eval \"$1\"; } 2>errors; }",
                "measured",
                command)
            .directory(place.toFile())
            .redirectError(times.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().put("BENCH_PASSWORD", database.password().reveal());
    Process process = builder.start();
    long memory = 0;
    long longest = 0;
    try (Session session = Session.open(database)) {
      while (process.isAlive()) {
        long begun = System.nanoTime();
        session.execute("INSERT INTO application.calls VALUES ()");
        longest = Math.max(longest, (System.nanoTime() - begun) / 1_000_000);
        memory = Math.max(memory, memory(worker.orElse(process.toHandle())));
        process.waitFor(Duration.ofMillis(10));
      }
    }
    List<String> lines = Files.readAllLines(times);
    String[] taken = lines.getLast().split(" ", 3);
    if (process.exitValue() != 0) {
      System.out.println(name + ": " + Files.readString(place.resolve("errors")));
    }
    return new Measured(
        name,
        process.exitValue(),
        Double.parseDouble(taken[0]),
        worker.map(each -> processor(each.pid()) - before).orElse(0.0)
            + Double.parseDouble(taken[1])
            + Double.parseDouble(taken[2]),
        memory,
        longest);
  }

  /// The one whose time is in the middle.
  static Measured median(List<Measured> several) {
    return several.stream()
        .sorted(Comparator.comparingDouble(Measured::seconds))
        .toList()
        .get(several.size() / 2);
  }

  private static long memory(ProcessHandle process) {
    try (Stream<ProcessHandle> family = process.descendants()) {
      return Stream.concat(Stream.of(process), family)
          .mapToLong(each -> resident(each.pid()))
          .max()
          .orElse(0);
    }
  }

  /// Seconds that a process has worked, with the children that it has waited for.
  private static double processor(long pid) {
    try {
      String facts = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return Stream.of(facts.substring(facts.lastIndexOf(')') + 2).split(" ", -1))
              .skip(11)
              .limit(4)
              .mapToLong(Long::parseLong)
              .sum()
          / 100.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long resident(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  String line(long bytes, Measured first) {
    return String.format(
        Locale.ROOT,
        "%-30s %8.2f %8.1f %8.2f %7dM %8d %7.2f%s",
        name,
        seconds,
        bytes / seconds / (1 << 20),
        processor,
        memory >> 10,
        longestWait,
        seconds / first.seconds,
        exitCode == 0 ? "" : "  failed");
  }
}
