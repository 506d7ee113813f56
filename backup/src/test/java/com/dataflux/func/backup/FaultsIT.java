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
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Faults at random moments of a dump. After each: every file under a dump's name is whole, every
/// earlier dump is there, and a failure was told. `-Dbackup.faults=N` sets how many of each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
  private static final int TRIALS = Integer.getInteger("backup.faults", 6);
  private static final int MEGABYTES = 24;

  @TempDir private Path directory;
  private final Random random = new Random();
  private MySqlServer server;
  private Database database;

  @BeforeAll
  void start() {
    server = MySqlServer.start(MySqlVersion.V9_7);
    database = Ground.bulky(server, MEGABYTES);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void outlivesAKilledMysqldump() throws Exception {
    DumpDirectory dumps = dumpsWithOneGood("killed");
    int told = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Thread killer = Thread.ofVirtual().start(() -> killMysqldump(random.nextInt(300)));
      told += trial(dumps);
      killer.join();
    }
    report("mysqldump killed", told, TRIALS, dumps);
  }

  @Test
  void outlivesAKilledServer() throws Exception {
    DumpDirectory dumps = dumpsWithOneGood("server");
    int told = 0;
    int trials = Math.max(1, TRIALS / 3);
    for (int trial = 0; trial < trials; trial++) {
      Thread killer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    pause(150 + random.nextInt(700));
                    server.killAndRestart();
                  });
      told += trial(dumps);
      killer.join();
    }
    report("server killed", told, trials, dumps);
  }

  @Test
  void outlivesADiskThatFillsUp() throws Exception {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    Ground.RUNNER
        .run(Command.of("mount", "-t", "tmpfs", "-o", "size=220m", "tmpfs", disk.toString()))
        .orFail("no tmpfs", "");
    try {
      DumpDirectory dumps = new DumpDirectory(disk.resolve("dumps"));
      backup(dumps, Clock.systemUTC()).run(DumpOrigin.HOURLY, database, keep(), new Unwatched());
      int told = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        int after = random.nextInt(500);
        Thread filler = Thread.ofVirtual().start(() -> fill(disk.resolve("filler"), after));
        told += trial(dumps);
        filler.join();
        Files.delete(disk.resolve("filler"));
        for (StoredDump surplus : Retention.of(1).surplus(dumps.list())) {
          DumpDirectory.delete(surplus);
        }
      }
      fill(disk.resolve("filler"), 0);
      assertThat(failureOf(dumps, database)).hasMessageContaining("no room");
      report("disk full", told, TRIALS, dumps);
    } finally {
      Ground.RUNNER.run(Command.of("umount", "--lazy", disk.toString())).orFail("umount", "");
    }
  }

  @Test
  void findsEveryChangedByte() throws Exception {
    DumpDirectory dumps = dumpsWithOneGood("changed");
    StoredDump good = dumps.list().getFirst();
    Path copy = dumps.path().resolve("dataflux-func-sqldump-20200101-000000.sql");
    int found = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
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
    assertThat(found).isEqualTo(TRIALS);
    report("byte changed", found, TRIALS, dumps);
  }

  @Test
  void triesAgainWhereTheSchemaChangesDuringADump() throws Exception {
    DumpDirectory dumps = dumpsWithOneGood("schema");
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch altered = new CountDownLatch(1);
    Thread altering =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Session session = Session.open(database)) {
                    for (int i = 0; !over.get(); i++) {
                      session.execute("CREATE TABLE bulky.added" + i + " (id INT PRIMARY KEY)");
                      altered.countDown();
                      pause(30);
                    }
                  }
                });
    altered.await();
    @Nullable ProblemException failure = failureOf(dumps, database);
    over.set(true);
    altering.join();

    assertThat(failure).hasMessageContaining("schema was changed");
    expectOnlyWholeDumps(dumps);
    assertThat(failureOf(dumps, database)).isNull();
  }

  @Test
  void countsRowsRightWhileTheyAreWritten() throws Exception {
    DumpDirectory dumps = dumpsWithOneGood("written");
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
    for (int trial = 0; trial < TRIALS / 2; trial++) {
      failures += failureOf(dumps, database) == null ? 0 : 1;
    }
    over.set(true);
    writing.join();

    assertThat(failures).isZero();
    expectOnlyWholeDumps(dumps);
  }

  @Test
  void namesTheGrantThatIsMissing() throws Exception {
    try (Session session = Session.open(database)) {
      session.execute("CREATE USER poor IDENTIFIED BY 'poor'");
      session.execute("GRANT INSERT ON bulky.* TO poor");
    }
    DumpDirectory dumps = dumpsWithOneGood("grants");
    Database poor = new Database(database.address(), "poor", Secret.of("poor"), database.name());

    @Nullable ProblemException failure = failureOf(dumps, poor);

    assertThat(failure == null ? "no failure" : failure.problem().next())
        .contains("GRANT SELECT ON `bulky`.* TO 'poor'@'%';");
    expectOnlyWholeDumps(dumps);
  }

  @Test
  void keepsTheNewestWhenTheClockIsSetBack() throws Exception {
    DumpDirectory dumps = dumpsWithOneGood("clock");
    Clock yearsAgo = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);

    StoredDump made =
        backup(dumps, yearsAgo).run(DumpOrigin.HOURLY, database, Retention.of(1), new Unwatched());

    assertThat(dumps.list()).extracting(StoredDump::file).containsExactly(made.file());
  }

  private DumpDirectory dumpsWithOneGood(String name) {
    DumpDirectory dumps = new DumpDirectory(directory.resolve(name));
    backup(dumps, Clock.systemUTC()).run(DumpOrigin.HOURLY, database, keep(), new Unwatched());
    return dumps;
  }

  private static Retention keep() {
    return Retention.of(168);
  }

  private static Backup backup(DumpDirectory dumps, Clock clock) {
    return new Backup(Ground.tools(), dumps, clock);
  }

  /// One dump while a fault is on its way. Either it is there besides all others, or its failure
  /// was told and nothing has changed, unless it was whole already and only its verification could
  /// not be recorded.
  ///
  /// @return how many failures were told, 0 or 1
  private int trial(DumpDirectory dumps) {
    List<StoredDump> before = dumps.list();
    @Nullable ProblemException failure = failureOf(dumps, database);
    List<StoredDump> after = dumps.list();
    List<StoredDump> more = after.stream().filter(dump -> !before.contains(dump)).toList();
    assertThat(after).containsAll(before);
    if (failure == null) {
      assertThat(more).hasSize(1);
    } else {
      assertThat(more).hasSizeLessThan(2).allMatch(dump -> !dump.verified());
    }
    expectOnlyWholeDumps(dumps);
    return failure == null ? 0 : 1;
  }

  private static @Nullable ProblemException failureOf(DumpDirectory dumps, Database database) {
    return catchThrowableOfType(
        ProblemException.class,
        () ->
            backup(dumps, Clock.systemUTC())
                .run(DumpOrigin.HOURLY, database, keep(), new Unwatched()));
  }

  private static void expectOnlyWholeDumps(DumpDirectory dumps) {
    assertThat(dumps.list()).isNotEmpty();
    for (StoredDump dump : dumps.list()) {
      assertThat(Verification.inspect(dump, Packing.PLAIN, new Unwatched()).rows()).isPositive();
    }
  }

  private static void report(String fault, int told, int trials, DumpDirectory dumps) {
    System.out.printf(
        "%s: held in %d of %d trials; %d failures told, %d whole dumps stand, 0 others%n",
        fault, trials, trials, told, dumps.list().size());
  }

  private static void killMysqldump(int afterMillis) {
    for (int tries = 0; tries < 4000; tries++) {
      for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
        if (child.info().commandLine().orElse("").contains("--single-transaction")) {
          pause(afterMillis);
          child.destroyForcibly();
          return;
        }
      }
      pause(2);
    }
  }

  private static void fill(Path file, int afterMillis) {
    pause(afterMillis);
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

  private static void pause(long millis) {
    try {
      Thread.sleep(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
