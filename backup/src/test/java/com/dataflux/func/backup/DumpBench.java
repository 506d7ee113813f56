package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.OptionFile;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Timings, run by `bench/backup`: each program dumps, then loads, the same rows of the same
/// server.
class DumpBench {
  private static final int MEGABYTES = Integer.getInteger("bench.megabytes", 100);
  private static final int TURNS = 5;
  private static final String FLAGS =
      "--single-transaction --quick --hex-blob --default-character-set=utf8mb4"
          + " --no-tablespaces --set-gtid-purged=OFF";

  @TempDir private Path place;

  @Test
  void dumpsAndLoadsBesideTheUsualPrograms() throws Exception {
    try (MySqlServer server =
            MySqlServer.start(MySqlVersion.V9_7, "--innodb-buffer-pool-size=256M");
        OptionFile options = OptionFile.of(Ground.bulky(server, MEGABYTES))) {
      Database source = Ground.database(server, "bulky");
      try (Session session = Session.open(source)) {
        session.execute("CREATE DATABASE IF NOT EXISTS application");
        session.execute("CREATE TABLE application.calls (id INT AUTO_INCREMENT PRIMARY KEY)");
      }
      String dump = Ground.programs().mysqldump() + " " + options.argument() + " " + FLAGS;
      String load = Ground.programs().mysql() + " " + options.argument() + " --binary-mode target";
      Path whole = place.resolve("plain.sql");
      // The server may still be writing what it was just filled with.
      run(source, "warming up", dump + " bulky > " + whole);
      List<Measured> dumps =
          new ArrayList<>(turns(source, whole, dump + " bulky > ", ours(server, "dump", "NONE")));
      long bytes = Files.size(whole);
      dumps.add(run(source, "mysqldump | gzip", dump + " bulky | gzip > plain.sql.gz"));
      dumps.add(
          run(
              source,
              "mysqldump, the manual's way",
              dump + " --skip-extended-insert bulky > rows.sql"));
      dumps.add(
          run(source, "mydumper", "mydumper " + options.argument() + " -B bulky -t 2 -o parts"));
      for (String packing : List.of("GZIP", "ZSTD")) {
        dumps.add(
            run(
                source,
                "ours, " + packing.toLowerCase(Locale.ROOT),
                ours(server, "dump", packing)));
      }
      List<Measured> loads = new ArrayList<>();
      empty(server);
      loads.add(run(source, "mysql <, the manual's way", load + " < rows.sql"));
      empty(server);
      loads.add(run(source, "mysql <", load + " < plain.sql"));
      empty(server);
      loads.add(
          run(
              source,
              "myloader",
              "myloader " + options.argument() + " -B target -t 2 -o -d parts"));
      empty(server);
      loads.add(run(source, "ours, of the manual's file", ours(server, "load", "rows.sql")));
      empty(server);
      loads.add(run(source, "ours", ours(server, "load", "plain.sql")));
      print("Dump", bytes, dumps);
      print("Restore", bytes, loads);
      assertThat(dumps.getLast().exitCode() + loads.getLast().exitCode()).isZero();
    }
  }

  /// What a dump without packing is held against: by turns, since either alone varies by a fifth.
  ///
  /// @return the median of each: `mysqldump`, the same until its file is on disk, ours
  private List<Measured> turns(Database source, Path whole, String dump, String ours)
      throws Exception {
    List<Measured> plain = new ArrayList<>();
    List<Measured> onDisk = new ArrayList<>();
    List<Measured> own = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      // Nobody is to wait while the file of another is still being written to disk.
      Files.deleteIfExists(whole);
      plain.add(run(source, "mysqldump", dump + whole));
      Files.delete(whole);
      own.add(run(source, "ours", ours));
      onDisk.add(run(source, "mysqldump, on disk", dump + whole + " && sync " + whole));
    }
    return Stream.of(plain, onDisk, own).map(Measured::median).toList();
  }

  private static void empty(MySqlServer server) {
    Ground.fresh(server, "target");
  }

  private static String ours(MySqlServer server, String work, String argument) {
    return String.join(" ", BenchedDump.command(work, argument, server.port()));
  }

  private Measured run(Database database, String name, String command) throws Exception {
    Measured one = Measured.run(name, command, place, database);
    System.out.printf("%s: %.1f s, %d MB%n", one.name(), one.seconds(), one.memory() >> 10);
    return one;
  }

  private static void print(String title, long bytes, List<Measured> all) throws IOException {
    System.out.printf(
        "%n%s of %d MB%n%-30s %8s %8s %8s %8s %8s %7s%n",
        title, bytes >> 20, "", "seconds", "MB/s", "CPU s", "memory", "wait ms", "ratio");
    for (Measured one : all) {
      System.out.println(one.line(bytes, all.getFirst()));
    }
  }
}
