package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
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
import java.util.stream.Stream;

/// A scratch server from a `mysqld` of this machine. It listens on a socket alone, and promises
/// nothing about a power cut.
public final class MysqldScratch implements Scratch {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final Duration TO_LIVE = Duration.ofHours(12);
  private static final List<String> BRIEF =
      List.of(
          "--skip-networking",
          "--disable-log-bin",
          "--event-scheduler=OFF",
          "--performance-schema=OFF",
          "--loose-mysqlx=OFF",
          "--secure-file-priv=NULL",
          "--max-allowed-packet=1G",
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=OFF",
          "--innodb-buffer-pool-size=64M");

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
  public Running start() {
    try {
      Files.createDirectories(workspace);
      Path directory = Files.createTempDirectory(workspace, "trial");
      Path data = directory.resolve("data");
      runner
          .run(call(data, directory, List.of("--initialize-insecure")).within(TO_START))
          .orFail("A MySQL server for the trial could not be prepared", "Look at the disk's room.");
      Thread server =
          Thread.ofVirtual().start(() -> serve(call(data, directory, BRIEF).within(TO_LIVE)));
      Trial trial = new Trial(directory, server);
      trial.await();
      return trial;
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "The trial's directory in %s could not be made".formatted(workspace),
              e.toString(),
              "Look at its permissions.")
          .asException(e);
    }
  }

  private Command call(Path data, Path directory, List<String> more) {
    List<String> argv = new ArrayList<>(mysqld);
    argv.add("--datadir=" + data);
    argv.add("--socket=" + socket(directory));
    argv.add("--pid-file=" + directory.resolve("pid"));
    argv.addAll(more);
    return Command.of(argv);
  }

  private static Path socket(Path directory) {
    return directory.resolve("s");
  }

  private void serve(Command command) {
    try {
      runner.run(command);
    } catch (ProblemException e) {
      // It is interrupted when the trial is over.
    }
  }

  private record Trial(Path directory, Thread server) implements Running {
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
      try {
        server.join(Duration.ofSeconds(20));
        try (Stream<Path> all = Files.walk(directory)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(path);
          }
        }
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
