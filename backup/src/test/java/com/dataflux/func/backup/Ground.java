package com.dataflux.func.backup;

import com.dataflux.func.backup.database.ClientPrograms;
import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.OptionFile;
import com.dataflux.func.backup.database.Schema;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.testbed.MySqlPrograms;
import com.dataflux.func.testbed.MySqlServer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Real servers and their programs, and what can be done with them beside the code under test.
final class Ground {
  static final HostCommandRunner RUNNER = new HostCommandRunner();

  private Ground() {}

  static ClientPrograms programs() {
    return new ClientPrograms(
        MySqlPrograms.mysqldump().toString(), MySqlPrograms.mysql().toString());
  }

  static DumpTools tools() {
    return tools(Packing.PLAIN);
  }

  static DumpTools tools(Packing packing) {
    return new DumpTools(RUNNER, programs(), packing);
  }

  static Database database(MySqlServer server, String name) {
    return new Database(
        new ServerAddress.Tcp(server.host(), server.port()),
        server.user(),
        server.password(),
        name);
  }

  /// An empty database in the place of whatever was there.
  static Database fresh(MySqlServer server, String name) {
    Database database = database(server, name);
    try (Session session = Session.open(database)) {
      session.execute("DROP DATABASE IF EXISTS " + name);
      session.execute(
          "CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
    }
    return database;
  }

  /// Feeds a file to `mysql` as an operator does, with nothing in between.
  static void plainly(Database database, boolean named, Path file) {
    try (OptionFile options = OptionFile.of(database)) {
      List<String> argv =
          new ArrayList<>(
              List.of(
                  programs().mysql(),
                  options.argument(),
                  "--default-character-set=utf8mb4",
                  "--max-allowed-packet=64M"));
      if (named) {
        argv.add(database.name());
      }
      RUNNER
          .feed(Command.of(argv), input -> Files.copy(file, input))
          .orFail("The file could not be fed", "");
    }
  }

  /// One of everything that a dump can lose.
  static Database everything(MySqlServer server, Path directory) throws Exception {
    Database database = fresh(server, "everything");
    Path file = directory.resolve("everything.sql");
    try (InputStream source = Ground.class.getResourceAsStream("everything.sql")) {
      Files.write(file, source.readAllBytes());
    }
    plainly(database, true, file);
    return database;
  }

  /// A table of random bytes and text, large enough that a dump takes a while, and with an index of
  /// times, as those of the application that grow have.
  static Database bulky(MySqlServer server, int megabytes) {
    Database database = fresh(server, "bulky");
    try (Session session = Session.open(database)) {
      session.execute(
          "CREATE TABLE bulky.bulk (id INT AUTO_INCREMENT PRIMARY KEY, bytes VARBINARY(400),"
              + " words VARCHAR(600), time TIMESTAMP(3) DEFAULT CURRENT_TIMESTAMP(3), KEY (time))");
      session.execute(
          "INSERT INTO bulky.bulk (bytes, words) VALUES (RANDOM_BYTES(400), REPEAT('行 ''', 100))");
      for (int rows = 1; rows < megabytes * 770; rows *= 2) {
        session.execute(
            "INSERT INTO bulky.bulk (bytes, words) SELECT RANDOM_BYTES(400), words FROM bulky.bulk"
                + " LIMIT "
                + Math.min(rows, megabytes * 770 - rows));
      }
    }
    return database;
  }

  /// Every row of every table and view, each value as hexadecimal digits of its bytes, in an order
  /// that does not depend on keys; and the names of all objects.
  static Map<String, List<String>> contents(Database database) {
    Map<String, List<String>> contents = new TreeMap<>();
    try (Session session = Session.open(database)) {
      Schema schema = new Schema(session);
      List<String> relations = new ArrayList<>(schema.tables());
      relations.addAll(schema.views());
      for (String relation : relations) {
        contents.put(relation, rows(session, database.name(), relation));
      }
      contents.put("procedures", schema.routines("PROCEDURE"));
      contents.put("functions", schema.routines("FUNCTION"));
      contents.put("events", schema.events());
      contents.put(
          "triggers",
          session.column(
              "SELECT CONCAT(trigger_name, action_timing, event_manipulation, action_statement)"
                  + " FROM information_schema.triggers WHERE trigger_schema = ? ORDER BY 1",
              database.name()));
    }
    return contents;
  }

  private static List<String> rows(Session session, String database, String relation) {
    List<String> columns =
        session.column(
            "SELECT CONCAT('IFNULL(HEX(', IF(data_type IN ('json', 'double', 'decimal'), 'CONCAT(',"
                + " '('), '`', REPLACE(column_name, '`', '``'), '`)), ''NULL'')')"
                + " FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
                + " ORDER BY ordinal_position",
            database,
            relation);
    return session
        .column(
            "SELECT CONCAT_WS(',', %s) FROM `%s`.`%s`"
                .formatted(String.join(", ", columns), database, relation.replace("`", "``")))
        .stream()
        .sorted()
        .toList();
  }
}
