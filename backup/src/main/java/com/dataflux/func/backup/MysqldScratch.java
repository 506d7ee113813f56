package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A scratch server from a `mysqld` of this machine. It listens on a socket alone, and promises
/// nothing about a power cut. One runs at a time; what a killed one left is removed by the next.
public final class MysqldScratch implements Scratch {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final Duration TO_LIVE = Duration.ofHours(12);

  /// What an empty server takes, and an index may.
  private static final long EMPTY_BYTES = 192L << 20;

  private static final List<String> SMALL =
      List.of(
          "--skip-networking",
          "--disable-log-bin",
          "--performance-schema=OFF",
          "--loose-mysqlx=OFF",
          "--secure-file-priv=NULL",
          "--loose-innodb-redo-log-capacity=16M",
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=OFF",
          "--innodb-buffer-pool-size=32M");

  private static final List<String> SERVING =
      List.of("--event-scheduler=OFF", "--max-allowed-packet=1G", "--max-connections=8");

  private final CommandRunner runner;
  private final List<String> mysqld;
  private final Path workspace;

  /// @param mysqld the program, with the arguments that it needs on this machine
  /// @param workspace a directory with room for the database; its path is short, as sockets ask
  public MysqldScratch(CommandRunner runner, List<String> mysqld, Path workspace) {
    this.runner = runner;
    this.mysqld = List.copyOf(mysqld);
    this.workspace = workspace;
  }

  @Override
  public Running start(long bytes) {
    DumpDirectory space = new DumpDirectory(workspace);
    HeldLock lock = space.lock("a trial of a dump");
    try {
      sweep();
      new SpaceForecast(EMPTY_BYTES + bytes * 3 / 2).orRefuse(workspace, space.freeBytes());
      return begin(lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    } catch (IOException e) {
      lock.close();
      throw ProblemKind.FILE_FAILED
          .problem(
              "The trial's directory in %s could not be made".formatted(workspace),
              e.toString(),
              "Look at its permissions.")
          .asException(e);
    }
  }

  private Running begin(HeldLock lock) throws IOException {
    Path directory = Files.createTempDirectory(workspace, "trial");
    runner
        .run(call(directory, List.of("--initialize-insecure")).within(TO_START))
        .orFail("A MySQL server for the trial could not be prepared", "Look at the disk's room.");
    Thread server = Thread.ofVirtual().start(() -> serve(call(directory, SERVING).within(TO_LIVE)));
    Trial trial = new Trial(directory, server, lock);
    trial.await();
    return trial;
  }

  private Command call(Path directory, List<String> more) {
    List<String> argv = new ArrayList<>(mysqld);
    argv.add("--datadir=" + directory.resolve("data"));
    argv.add("--socket=" + socket(directory));
    argv.add("--pid-file=" + pid(directory));
    argv.addAll(SMALL);
    argv.addAll(more);
    return Command.of(argv);
  }

  private static Path socket(Path directory) {
    return directory.resolve("s");
  }

  private static Path pid(Path directory) {
    return directory.resolve("pid");
  }

  private void serve(Command command) {
    try {
      runner.run(command);
    } catch (ProblemException e) {
      // It is interrupted when the trial is over.
    }
  }

  /// Ends and removes what trials left that were killed.
  private void sweep() throws IOException {
    List<Path> left;
    try (Stream<Path> all = Files.list(workspace)) {
      left = all.filter(Files::isDirectory).toList();
    }
    for (Path directory : left) {
      if (Files.exists(pid(directory))) {
        process(Files.readString(pid(directory)).strip())
            .filter(each -> serves(each, directory))
            .ifPresent(each -> kill(each));
      }
      remove(directory);
    }
  }

  /// None where the number is not whole, as a power cut leaves it: then nothing runs either.
  private static Optional<ProcessHandle> process(String number) {
    return number.matches("[0-9]{1,10}")
        ? ProcessHandle.of(Long.parseLong(number))
        : Optional.empty();
  }

  private static boolean serves(ProcessHandle process, Path directory) {
    return process.info().commandLine().orElse("").contains(directory.toString());
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private record Trial(Path directory, Thread server, HeldLock lock) implements Running {
    @Override
    public Database database(String name) {
      return new Database(new ServerAddress.Socket(socket(directory)), "root", Secret.of(""), name);
    }

    void await() {
      long end = System.nanoTime() + TO_START.toNanos();
      while (!Files.exists(socket(directory))) {
        if (System.nanoTime() > end || !server.isAlive()) {
          close();
          throw ProblemKind.DATABASE_FAILED.exception(
              "The MySQL server for the trial did not start",
              "it made no socket within %d s".formatted(TO_START.toSeconds()),
              "Look at the host's memory and disk.");
        }
        pause();
      }
    }

    private static void pause() {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      server.interrupt();
      try (lock) {
        server.join(Duration.ofSeconds(20));
        remove(directory);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        throw ProblemKind.FILE_FAILED
            .problem(
                "The trial's directory %s could not be removed".formatted(directory),
                e.toString(),
                "Remove it by hand.")
            .asException(e);
      }
    }
  }
}
