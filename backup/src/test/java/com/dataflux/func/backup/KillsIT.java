package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What works on dumps is killed, or cut off, at random moments. After each: every file under a
/// dump's name is whole, every earlier dump is there, and a failure was told.
class KillsIT extends FaultyRuns {
  @Test
  void outlivesAKilledMysqldump() throws Exception {
    Trials trials = trials("killed");
    int told = 0;
    for (int trial = 0; trial < Trials.NUMBER; trial++) {
      Thread killer = Thread.ofVirtual().start(() -> killMysqldump(random.nextInt(300)));
      told += trials.run();
      killer.join();
    }
    trials.report("mysqldump killed", told, Trials.NUMBER);
  }

  @Test
  void outlivesAKilledServer() throws Exception {
    Trials trials = trials("server");
    int told = 0;
    int kills = Math.max(1, Trials.NUMBER / 3);
    for (int trial = 0; trial < kills; trial++) {
      int struck = trial;
      Thread killer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int t = 0; t < 4000 && parts(trials.dumps()).isEmpty(); t++) {
                      Trials.pause(2);
                    }
                    Trials.pause(later(struck, 100));
                    server.killAndRestart();
                  });
      told += trials.run();
      killer.join();
    }
    assertThat(told).as("dumps that were struck").isPositive();
    trials.report("server killed", told, kills);
  }

  /// The process that dumps is killed as a container is, with what it has started left to itself.
  @Test
  void outlivesAKilledScheduler() throws Exception {
    Trials trials = trials("scheduler/dumps");
    int interrupted = 0;
    for (int trial = 0; trial < Trials.NUMBER; trial++) {
      List<StoredDump> before = trials.dumps().list();
      Process scheduler = benched(directory.resolve("scheduler"), "dump", "NONE");
      await(scheduler, () -> !parts(trials.dumps()).isEmpty());
      Trials.pause(later(trial, 500));
      scheduler.destroyForcibly().waitFor();
      interrupted += trials.added(before).isEmpty() ? 1 : 0;
    }
    assertThat(trials.run()).as("the next run fails").isZero();
    assertThat(parts(trials.dumps())).as("what is left of killed runs").isEmpty();
    assertThat(interrupted).isPositive();
    trials.report("scheduler killed", interrupted, Trials.NUMBER);
  }

  @Test
  void goesOnWithAKilledRestore() throws Exception {
    Database many = Ground.fresh(server, "many");
    try (Session session = Session.open(many)) {
      for (int table = 0; table < 5; table++) {
        session.execute(
            "CREATE TABLE many.t%d (PRIMARY KEY (id)) SELECT * FROM bulky.bulk LIMIT 4000"
                .formatted(table));
      }
    }
    Trials trials = Trials.begin(Ground.tools(), many, directory.resolve("restores/dumps"));
    StoredDump dump = trials.dumps().list().getFirst();
    Restore restore = new Restore(Ground.tools(), trials.backup(Clock.systemUTC()), trials.dumps());
    int goneOn = 0;
    for (int trial = 0; trial < Trials.NUMBER; trial++) {
      Database target = Ground.fresh(server, "target");
      try (Session session = Session.open(target)) {
        session.execute("CREATE TABLE target.original (id INT PRIMARY KEY)");
      }
      Process loading =
          benched(directory.resolve("restores"), "load", dump.file().toAbsolutePath().toString());
      Path unfinished = trials.dumps().path().resolve(".restore");
      await(loading, () -> Files.exists(unfinished));
      Trials.pause(random.nextInt(1000));
      loading.destroyForcibly().waitFor();
      boolean interrupted = Files.exists(unfinished);
      goneOn += interrupted ? 1 : 0;
      Restore.Restored restored =
          restore.run(Restore.Request.inPlace(dump.file(), target), new Unwatched());
      assertThat(restored.content()).isEqualTo(dump.record().orElseThrow().content());
      if (interrupted) {
        assertThat(restored.before().orElseThrow().record().orElseThrow().content().tables())
            .as("the state to go back to")
            .containsOnlyKeys("original");
      }
    }
    assertThat(goneOn).isPositive();
    trials.report("restore killed and gone on with", goneOn, Trials.NUMBER);
  }

  /// Bytes no longer go through, and neither side is told.
  @Test
  void outlivesACutCable() throws Exception {
    try (CutLine line = CutLine.to(server.port())) {
      Database remote =
          new Database(
              new ServerAddress.Tcp("127.0.0.1", line.port()),
              database.user(),
              database.password(),
              database.name());
      DumpTools tools =
          new DumpTools(Ground.RUNNER, Ground.programs(), Packing.PLAIN, Duration.ofMillis(1500));
      Trials trials = Trials.begin(tools, remote, directory.resolve("cut"));
      int told = 0;
      for (int trial = 0; trial < Trials.NUMBER; trial++) {
        // The first is certain to come in the middle.
        line.cutAfter(trial == 0 ? 1 << 20 : random.nextLong(1 << 20, (MEGABYTES + 8L) << 20));
        told += trials.run();
        line.mend();
      }
      assertThat(told).isPositive();
      trials.report("cable cut", told, Trials.NUMBER);
    }
  }

  /// The first strike is certain to come in the middle, however fast the machine is.
  private int later(int trial, int most) {
    return trial == 0 ? 0 : random.nextInt(most);
  }

  private static void killMysqldump(int afterMillis) {
    for (int tries = 0; tries < 4000; tries++) {
      for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
        if (child.info().commandLine().orElse("").contains("--single-transaction")) {
          Trials.pause(afterMillis);
          child.destroyForcibly();
          return;
        }
      }
      Trials.pause(2);
    }
  }

  private Process benched(Path place, String work, String argument) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(BenchedDump.command(work, argument, server.port()))
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(place.resolve("log").toFile());
    builder.environment().put("BENCH_PASSWORD", database.password().reveal());
    return builder.start();
  }

  /// Waits for the moment to kill a process, or for its end.
  private static void await(Process process, BooleanSupplier moment) {
    while (process.isAlive() && !moment.getAsBoolean()) {
      Trials.pause(5);
    }
  }

  private static List<Path> parts(DumpDirectory dumps) {
    try (Stream<Path> files = Files.list(dumps.path())) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
