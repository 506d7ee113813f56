package com.dataflux.func.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// What this run has put on the machine and how to take it away again, written down before it is
/// put there. A run that was killed is tidied up after by the next one.
final class Leftovers {
  private static final Path RUNS = Path.of("/tmp/dataflux-func-testbed");
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Path OURS = begin();

  private Leftovers() {}

  /// A fresh directory of this run, removed at its end.
  static Path directory(String name) {
    try {
      return Files.createDirectory(OURS.resolve(name + "-" + COUNT.incrementAndGet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes down a shell command that takes something away; it must do no harm when that is gone
  /// already.
  static void undo(String command) {
    try {
      Files.writeString(
          OURS.resolve("undo"),
          command + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Remembers a process to kill, by its number and the moment it began.
  static void process(ProcessHandle process) {
    undo(
        "[ \"$(stat -c %%Y /proc/%1$d 2>/dev/null)\" = \"%2$s\" ] && kill -9 %1$d 2>/dev/null"
            .formatted(process.pid(), born(process.pid())));
  }

  private static String born(long pid) {
    return Programs.outcome(List.of("stat", "-c", "%Y", "/proc/" + pid)).out().strip();
  }

  private static Path begin() {
    try {
      Files.createDirectories(RUNS);
      try (Stream<Path> runs = Files.list(RUNS)) {
        runs.filter(Leftovers::dead).forEach(Leftovers::clear);
      }
      ProcessHandle self = ProcessHandle.current();
      Path ours = RUNS.resolve(self.pid() + "-" + start(self).toEpochMilli());
      Files.createDirectories(ours);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(ours)));
      return ours;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean dead(Path run) {
    String[] name = run.getFileName().toString().split("-", 2);
    Optional<ProcessHandle> owner = ProcessHandle.of(Long.parseLong(name[0]));
    return owner.isEmpty() || !Long.toString(start(owner.get()).toEpochMilli()).equals(name[1]);
  }

  private static Instant start(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static void clear(Path run) {
    Programs.outcome(
        List.of(
            "sh",
            "-c",
            """
            cd /
            [ -f "$1/undo" ] && tac "$1/undo" | while read -r line; do sh -c "$line" </dev/null; done
            grep -oE " $1/[^ ]+" /proc/mounts | tac | while read -r mount; do umount -l "$mount"; done
            rm -rf --one-file-system "$1"
            """,
            "clear",
            run.toString()));
  }
}
