package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Faults at random moments of a dump. After each: every file under a dump's name is whole, every
/// earlier dump is there, and a failure was told.
class FaultsIT extends FaultyRuns {
  @Test
  void outlivesADiskThatFillsUp() throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    Ground.RUNNER
        .run(Command.of("mount", "-t", "tmpfs", "-o", "size=220m", "tmpfs", disk.toString()))
        .orFail("no tmpfs", "");
    try {
      Trials trials = Trials.begin(Ground.tools(), database, disk.resolve("dumps"));
      int told = 0;
      for (int trial = 0; trial < Trials.NUMBER; trial++) {
        int after = random.nextInt(500);
        Thread filler = Thread.ofVirtual().start(() -> fill(disk.resolve("filler"), after));
        told +=
            trials.run(
                failure ->
                    assertThat(failure.getMessage())
                        .containsAnyOf("disk is full", "no room", "No space left"));
        filler.join();
        Files.delete(disk.resolve("filler"));
        for (StoredDump surplus : Retention.of(1).surplus(trials.dumps().list())) {
          DumpDirectory.delete(surplus);
        }
      }
      fill(disk.resolve("filler"), 0);
      assertThat(trials.failure()).hasMessageContaining("no room");
      trials.report("disk full", told, Trials.NUMBER);
    } finally {
      Ground.RUNNER.run(Command.of("umount", "--lazy", disk.toString())).orFail("umount", "");
    }
  }

  @Test
  void findsEveryChangedByte() throws Exception {
    Trials trials = trials("changed");
    StoredDump good = trials.dumps().list().getFirst();
    Path copy = trials.dumps().path().resolve("dataflux-func-sqldump-20200101-000000.sql");
    int found = 0;
    for (int trial = 0; trial < Trials.NUMBER; trial++) {
      Files.copy(good.file(), copy);
      Files.copy(record(good.file()), record(copy));
      flip(copy);
      StoredDump flipped = DumpDirectory.find(copy);
      @Nullable ProblemException damage =
          catchThrowableOfType(
              ProblemException.class,
              () ->
                  new Verification(Clock.systemUTC(), Packing.PLAIN)
                      .verify(flipped, new Unwatched()));
      found += damage == null ? 0 : 1;
      assertThat(copy).doesNotExist();
      Files.delete(copy.resolveSibling(copy.getFileName() + ".damaged"));
    }
    assertThat(found).isEqualTo(Trials.NUMBER);
    trials.report("byte changed", found, Trials.NUMBER);
  }

  @Test
  void triesAgainWhereTheSchemaChangesDuringADump() throws Exception {
    Trials trials = trials("schema");
    int told = 0;
    try (Session session = Session.open(database)) {
      for (int trial = 0; trial < Trials.NUMBER; trial++) {
        String table = "bulky.added" + trial;
        Thread altering =
            Thread.ofVirtual()
                .start(
                    () -> {
                      Trials.pause(random.nextInt(600));
                      session.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY)");
                    });
        told += trials.run();
        altering.join();
      }
    }
    assertThat(told).as("failures, since one change is made up for").isZero();
    trials.report("schema changed once", told, Trials.NUMBER);
  }

  @Test
  void givesUpWhereTheSchemaNeverRests() throws Exception {
    Trials trials = trials("restless");
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch altered = new CountDownLatch(1);
    Thread altering =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Session session = Session.open(database)) {
                    for (int i = 0; !over.get(); i++) {
                      session.execute("CREATE TABLE bulky.more" + i + " (id INT PRIMARY KEY)");
                      altered.countDown();
                      Trials.pause(30);
                    }
                  }
                });
    altered.await();
    @Nullable ProblemException failure = trials.failure();
    over.set(true);
    altering.join();

    assertThat(failure).hasMessageContaining("schema was changed");
    trials.expectOnlyWholeDumps();
    assertThat(trials.failure()).isNull();
  }

  @Test
  void countsRowsRightWhileTheyAreWritten() throws Exception {
    Trials trials = trials("written");
    AtomicBoolean over = new AtomicBoolean();
    Thread writing =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Session session = Session.open(database)) {
                    while (!over.get()) {
                      session.execute("INSERT INTO bulky.bulk (words) VALUES ('new'), ('new')");
                      session.execute("DELETE FROM bulky.bulk WHERE words = 'new' LIMIT 1");
                    }
                  }
                });
    int failures = 0;
    for (int trial = 0; trial < Trials.NUMBER / 2; trial++) {
      failures += trials.run();
    }
    over.set(true);
    writing.join();

    assertThat(failures).isZero();
  }

  @Test
  void namesTheGrantThatIsMissing() throws Exception {
    Trials trials = trials("grants");
    Database poor = new Database(database.address(), "poor", Secret.of("poor"), database.name());
    int told = 0;
    try (Session session = Session.open(database)) {
      session.execute("CREATE USER poor IDENTIFIED BY 'poor'");
      session.execute("GRANT INSERT ON bulky.* TO poor");
      for (int trial = 0; trial < Trials.NUMBER; trial++) {
        @Nullable ProblemException failure = trials.failureOf(poor);
        assertThat(failure == null ? "no failure" : failure.problem().next())
            .contains("GRANT SELECT ON `bulky`.* TO 'poor'@'%';");
        told++;
      }
    }
    trials.expectOnlyWholeDumps();
    trials.report("wrong grants", told, Trials.NUMBER);
  }

  @Test
  void keepsTheNewestWhenTheClockIsSetBack() throws Exception {
    Trials trials = trials("clock");
    for (int trial = 0; trial < Trials.NUMBER; trial++) {
      Instant past = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000));
      StoredDump made =
          trials
              .backup(Clock.fixed(past, ZoneOffset.UTC))
              .run(DumpOrigin.HOURLY, database, Retention.of(1), new Unwatched());
      assertThat(trials.dumps().list()).extracting(StoredDump::file).containsExactly(made.file());
    }
    trials.report("clock set back", 0, Trials.NUMBER);
  }

  private static void fill(Path file, int afterMillis) {
    Trials.pause(afterMillis);
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // The disk is full to the last block, which was the aim.
    }
  }

  private void flip(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long at = (long) (random.nextDouble() * bytes.length());
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ (1 << random.nextInt(8)));
    }
  }

  private static Path record(Path dump) {
    return dump.resolveSibling(dump.getFileName() + ".record");
  }
}
