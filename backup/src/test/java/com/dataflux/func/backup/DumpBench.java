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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Timings, run by `bench/backup`: each program dumps, then loads, the same rows of the same
/// server.
class DumpBench {
  private static final int MEGABYTES = Integer.getInteger("bench.megabytes", 100);
  private static final int TURNS = 5;

  /// Before each program. Disks of virtual machines are often quick for a gigabyte and slow for the
  /// next: each is to find the disk as rested as the others did.
  private static final Duration REST = Duration.ofSeconds(10);

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
      List<Measured> dumps = new ArrayList<>(turns(source, whole, dump + " bulky > ", server));
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
      print("Dump", bytes, dumps);
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
      print("Restore", bytes, loads);
      assertThat(dumps.getLast().exitCode() + loads.getLast().exitCode()).isZero();
    }
  }

  /// What a dump without packing is held against: by turns, since either alone varies by a fifth.
  ///
  /// @return the median of each: `mysqldump`, the same until its file is on disk, ours as the
  ///   scheduler makes it, ours by hand
  private List<Measured> turns(Database source, Path whole, String dump, MySqlServer server)
      throws Exception {
    List<Measured> plain = new ArrayList<>();
    List<Measured> onDisk = new ArrayList<>();
    List<Measured> hourly = new ArrayList<>();
    List<Measured> own = new ArrayList<>();
    Process scheduler = BenchedDump.serving(place, source, server.port());
    try {
      run(source, "warming up", BenchedDump.order());
      for (int turn = 0; turn < TURNS; turn++) {
        // What is deleted before it was written to disk, nobody waits for.
        plain.add(run(source, "mysqldump", dump + whole));
        Files.delete(whole);
        hourly.add(
            run(
                source,
                "ours, by the hour",
                BenchedDump.order(),
                Optional.of(scheduler.toHandle())));
        own.add(run(source, "ours, by hand", ours(server, "dump", "NONE")));
        onDisk.add(run(source, "mysqldump, on disk", dump + whole + " && sync " + whole));
      }
    } finally {
      scheduler.destroyForcibly().waitFor();
    }
    return Stream.of(plain, onDisk, hourly, own).map(Measured::median).toList();
  }

  private static void empty(MySqlServer server) {
    Ground.fresh(server, "target");
  }

  private static String ours(MySqlServer server, String work, String argument) {
    return String.join(" ", BenchedDump.command(work, argument, server.port()));
  }

  private Measured run(Database database, String name, String command) throws Exception {
    return run(database, name, command, Optional.empty());
  }

  /// @param worker what runs already and does the work when the command asks it to
  private Measured run(
      Database database, String name, String command, Optional<ProcessHandle> worker)
      throws Exception {
    Thread.sleep(REST);
    Measured one = Measured.run(name, command, place, database, worker);
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
