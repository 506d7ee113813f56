package com.dataflux.func.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server that runs in a root file system of its own, sees its data at `/mnt` and, where it has
/// one, a directory of programs at `/opt`.
final class RootedProcess {
  private static final String ENTER =
      """
      mount --make-rprivate / && mount --bind "$2" "$1/mnt" && mount --rbind /dev "$1/dev" &&
      mount -t proc proc "$1/proc" && { [ -z "$3" ] || mount --bind "$3" "$1/opt"; } || exit 120
      root=$1; shift 3
      exec chroot "$root" "$@"
      """;

  private final Process process;
  private final Path log;

  private RootedProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Starts a program.
  ///
  /// @param opt what it sees at `/opt`; empty for nothing
  static RootedProcess start(Path root, Path data, String opt, Place place, List<String> argv) {
    List<String> whole = new ArrayList<>(place.enter());
    whole.addAll(List.of("unshare", "--mount", "sh", "-c", ENTER, "enter"));
    whole.addAll(List.of(root.toString(), data.toString(), opt));
    whole.addAll(argv);
    Path log = data.resolveSibling(data.getFileName() + ".log");
    try {
      Process process =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Leftovers.process(process.toHandle());
      return new RootedProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until it answers.
  void awaitReady(Duration limit, ReadyCheck check) {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IllegalStateException("ended with %d: %s".formatted(process.exitValue(), log()));
      }
      try {
        if (check.ready()) {
          return;
        }
      } catch (IOException e) {
        // Not yet.
      }
      pause();
    }
    throw new IllegalStateException("not ready within %s: %s".formatted(limit, log()));
  }

  /// Waits for its end.
  void awaitEnd(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("did not end well: " + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /// Asks it to end, and kills it where it does not.
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  /// Kills it at once.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  private String log() {
    try {
      String text = Files.readString(log);
      return text.substring(Math.max(0, text.length() - 2000));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  interface ReadyCheck {
    boolean ready() throws IOException;
  }
}
