package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.backup.store.DumpState;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.testbed.MySqlPrograms;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a database holds comes back, on the oldest and on the newest server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurvivalIT {
  private static final Clock CLOCK = Clock.systemUTC();
  @TempDir private Path directory;
  private MySqlServer oldServer;
  private MySqlServer newServer;

  @BeforeAll
  void start() {
    oldServer = MySqlServer.start(MySqlVersion.V5_7);
    newServer = MySqlServer.start(MySqlVersion.V9_7);
  }

  @AfterAll
  void stop() {
    oldServer.close();
    newServer.close();
  }

  @Test
  void bringsEverythingBackRowByRow() throws Exception {
    for (List<MySqlServer> pair :
        List.of(
            List.of(oldServer, oldServer),
            List.of(newServer, newServer),
            List.of(oldServer, newServer))) {
      Database source = Ground.everything(pair.getFirst(), directory);
      StoredDump dump = dump(source);
      Database target = Ground.fresh(pair.getLast(), "target");

      restore().run(Restore.Request.inPlace(dump.file(), target), new Unwatched());

      Map<String, List<String>> dumped = Ground.contents(source);
      assertThat(dump.name().toString()).matches("dataflux-func-sqldump-\\d{8}-\\d{6}\\.sql");
      assertThat(Ground.contents(target)).isEqualTo(dumped);
      System.out.printf(
          "%s -> %s: %d relations and lists of objects, %d rows compared%n",
          source.label(),
          target.label(),
          dumped.size(),
          dumped.values().stream().mapToInt(List::size).sum());
    }
  }

  @Test
  void bringsEverythingBackByTheManualsPlainCommand() throws Exception {
    for (MySqlServer server : List.of(oldServer, newServer)) {
      Database source = Ground.everything(server, directory);
      Map<String, List<String>> dumped = Ground.contents(source);
      StoredDump dump = dump(source);
      try (Session session = Session.open(source)) {
        session.execute("DROP DATABASE everything");
      }

      Ground.plainly(source, false, dump.file());

      assertThat(Ground.contents(source)).isEqualTo(dumped);
    }
  }

  @Test
  void provesADumpInAServerMadeForIt() throws Exception {
    StoredDump dump = dump(Ground.everything(oldServer, directory));

    StoredDump proved = trial().run(dump, new Unwatched());

    assertThat(proved.record().map(DumpRecord::state)).contains(DumpState.RESTORED);
    assertThat(proved.record().flatMap(DumpRecord::restoredIn)).isPresent();
    try (Stream<Path> left = Files.list(directory.resolve("s"))) {
      assertThat(left.filter(Files::isDirectory)).isEmpty();
    }
  }

  @Test
  void findsADumpThatDoesNotGiveItsRowsBack() throws Exception {
    StoredDump dump = dump(Ground.everything(oldServer, directory));
    String text = Files.readString(dump.file(), StandardCharsets.ISO_8859_1);
    // As whole as before, but the server takes one row for another's duplicate and drops it.
    String falsified =
        text.replaceFirst("INSERT INTO `words` VALUES \\(1,", "INSERT INTO `words` VALUES (2,");
    assertThat(falsified).isNotEqualTo(text);
    Path copy = directory.resolve("falsified.sql");
    Files.writeString(copy, falsified, StandardCharsets.ISO_8859_1);

    assertThat(catchThrowable(() -> trial().run(DumpDirectory.find(copy), new Unwatched())))
        .isInstanceOf(ProblemException.class);
    assertThat(DumpDirectory.find(copy).record().map(DumpRecord::state))
        .contains(DumpState.VERIFIED);
  }

  @Test
  void bringsEverythingBackFromPackedDumps() throws Exception {
    Database source = Ground.everything(newServer, directory);
    for (Compression compression : Compression.values()) {
      Packing packing = Packing.of(compression, Secret.of("a password"));
      DumpTools tools = Ground.tools(packing);
      Backup packed = new Backup(tools, dumps(), CLOCK);
      StoredDump dump = packed.run(DumpOrigin.HOURLY, source, Retention.of(168), new Unwatched());
      Database target = Ground.fresh(newServer, "target");

      new Restore(tools, packed, dumps())
          .run(Restore.Request.inPlace(dump.file(), target), new Unwatched());

      assertThat(dump.file().toString()).endsWith(packing.format().ending());
      assertThat(Ground.contents(target)).isEqualTo(Ground.contents(source));
    }
  }

  private RestoreTrial trial() {
    Scratch scratch =
        new MysqldScratch(
            Ground.RUNNER, List.of(MySqlPrograms.mysqld().toString()), directory.resolve("s"));
    return new RestoreTrial(Ground.tools(), scratch, CLOCK);
  }

  @Test
  void goesBackToWhatWasThereWhereLoadingFails() throws Exception {
    Database source = Ground.everything(newServer, directory);
    try (Session session = Session.open(source)) {
      session.execute("CREATE TABLE everything.newer (id INT) COLLATE utf8mb4_0900_as_cs");
    }
    StoredDump dump = dump(source);
    Database target = Ground.fresh(oldServer, "everything");
    try (Session session = Session.open(target)) {
      session.execute("CREATE TABLE everything.before_it (id INT PRIMARY KEY)");
      session.execute("INSERT INTO everything.before_it VALUES (1), (2)");
    }

    // A 5.7 server does not know the collation of one table.
    assertThat(
            catchThrowable(
                () -> restore().run(Restore.Request.inPlace(dump.file(), target), new Unwatched())))
        .hasMessageContaining("is as it was before");
    assertThat(Ground.contents(target).get("before_it")).containsExactly("1", "2");
    assertThat(Ground.contents(target)).doesNotContainKey("words");
  }

  @Test
  void movesToAnOldServerAndBack() throws Exception {
    Database home = Ground.fresh(newServer, "home");
    try (Session session = Session.open(home)) {
      session.execute(
          "CREATE TABLE home.words (id INT PRIMARY KEY, word TEXT, octets BLOB)"
              + " COLLATE utf8mb4_0900_ai_ci");
      session.execute("INSERT INTO home.words VALUES (1, '表 😀', 0x00FF), (2, NULL, NULL)");
    }
    Database away = Ground.fresh(oldServer, "away");
    Move move = new Move(backup(), restore());

    move.run(new Move.Request(home, away, false), new Unwatched());

    Map<String, List<String>> moved = Ground.contents(home);
    assertThat(Ground.contents(away)).isEqualTo(moved);
    assertThat(catchThrowable(() -> move.check(new Move.Request(away, home, false))))
        .hasMessageContaining("it is not empty");
    move.run(new Move.Request(away, home, true), new Unwatched());
    assertThat(Ground.contents(home)).isEqualTo(moved);
  }

  @Test
  void namesEverythingThatStandsAgainstATarget() {
    Database away = Ground.fresh(oldServer, "unfit");
    try (Session session = Session.open(away)) {
      session.execute("ALTER DATABASE unfit CHARACTER SET latin1 COLLATE latin1_swedish_ci");
      session.execute("CREATE USER weak IDENTIFIED BY 'weak'");
      session.execute("GRANT SELECT ON unfit.* TO weak");
    }
    Database weak = new Database(away.address(), "weak", Secret.of("weak"), "unfit");
    Database home = Ground.database(newServer, "home");

    assertThat(
            catchThrowable(
                () -> new Move(backup(), restore()).check(new Move.Request(home, weak, false))))
        .hasMessageContaining("ALTER DATABASE `unfit` CHARACTER SET utf8mb4")
        .hasMessageContaining("GRANT ALL ON `unfit`.* TO 'weak'@'%';");
  }

  private StoredDump dump(Database database) {
    return backup().run(DumpOrigin.HOURLY, database, Retention.of(168), new Unwatched());
  }

  private DumpDirectory dumps() {
    return new DumpDirectory(directory.resolve("dumps"));
  }

  private Backup backup() {
    return new Backup(Ground.tools(), dumps(), CLOCK);
  }

  private Restore restore() {
    return new Restore(Ground.tools(), backup(), dumps());
  }
}
