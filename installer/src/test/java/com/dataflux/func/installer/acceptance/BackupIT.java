package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The life of a database on installed hosts: dumped by the clock and tried, moved to another
/// server and back, lost with its host and rebuilt on a fresh one.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class BackupIT {
  private static final Pattern NAME = Pattern.compile("dataflux-func-sqldump-\\d{8}-\\d{6}\\.sql");
  private static final int NAME_TO_MINUTE = "dataflux-func-sqldump-YYYYMMDD-hhmm".length();
  private static final DateTimeFormatter TO_MINUTE =
      DateTimeFormatter.ofPattern("'dataflux-func-sqldump-'uuuuMMdd-HHmm");

  @TempDir private Path stick;

  @Test
  void outlivesMovesAndTheLossOfTheHost() throws Exception {
    Secret password = Secret.generate();
    Path archive;
    String rows;
    String files;
    try (Cable cable = Cable.lay();
        AirGappedHost others =
            AirGappedHost.boot(HostPlan.of(HostSystem.DEBIAN_12).withoutSystemd(), cable);
        MySqlServer mysql57 = MySqlServer.startAt(others.place(), MySqlVersion.V5_7, password);
        AirGappedHost host = AirGappedHost.boot(plan(), cable)) {
      InstalledHost.install(
          host,
          KeptHost.DIRECTORY,
          8088,
          InstalledHost.MINI,
          "--mini",
          "--auto-setup",
          "--auto-setup-admin-password '%s'".formatted(KeptHost.ADMINISTRATOR),
          "--extra-config '_CRONTAB_AUTO_BACKUP_DB: \"* * * * *\"'",
          "--extra-config '_CRONTAB_DB_BACKUP_TRIAL: \"* * * * *\"'",
          "--yes");
      KeptHost kept = new KeptHost(host);
      kept.fill();
      rows = kept.rows();
      files = kept.files();

      runsByTheClock(kept, "9.7");
      loadsByTheManual(kept, rows);
      archive = archive(kept);

      host.run("umask 77; echo '%s' > /root/password".formatted(password.reveal()));
      move(
          kept,
          "--to-host %s --to-user root --to-password-file /root/password"
              .formatted(mysql57.host()));
      assertThat(kept.rows()).as("rows in MySQL 5.7").isEqualTo(rows);
      runsByTheClock(kept, "5.7");
      move(kept, "--to-built-in --replace");
      assertThat(kept.rows()).as("rows in MySQL 9.7 again").isEqualTo(rows);
      kept.answers();
    }
    try (Cable cable = Cable.lay();
        AirGappedHost host = AirGappedHost.boot(plan().withMedium("/media/stick", stick), cable)) {
      rebuild(host, archive.getFileName().toString());
      KeptHost rebuilt = new KeptHost(host);
      rebuilt.answers();
      assertThat(rebuilt.rows()).as("rows on the fresh host").isEqualTo(rows);
      assertThat(rebuilt.files()).isEqualTo(files);
    }
  }

  private static HostPlan plan() {
    return HostPlan.of(HostSystem.DEBIAN_12).carrying(BuiltBundle.directory());
  }

  /// A dump of that server by one timetable, restored for trial by the other; all under the names
  /// of the manual, one a minute.
  private static void runsByTheClock(KeptHost kept, String server) {
    String record =
        kept.run(
                """
                for second in $(seq 120); do
                  record=$(grep -l '^server: %s' $D/sqldump/*.record 2>/dev/null | xargs -r grep -l '^state: RESTORED' | tail -n 1)
                  [ -z "$record" ] || { echo $record; exit; }
                  sleep 1
                done
                tail -n 20 $D/logs/dataflux-func.log >&2; exit 1
                """
                    .formatted(server))
            .strip();
    System.out.println("restored for trial by the clock: " + record);
    List<String> names = kept.run("cd $D/sqldump && ls *.sql").lines().toList();
    assertThat(names).allMatch(name -> NAME.matcher(name).matches());
    assertThat(names.stream().map(name -> name.substring(0, NAME_TO_MINUTE)))
        .doesNotHaveDuplicates();
    String begun = kept.run("sed -n 's/^begun: //p' " + record).strip();
    assertThat(record)
        .contains(TO_MINUTE.format(Instant.parse(begun).atZone(ZoneId.of("Asia/Shanghai"))));
  }

  /// The manual's own command takes a dump of ours.
  private static void loadsByTheManual(KeptHost kept, String rows) {
    kept.run(
        """
        file=$(dataflux-func backup now)
        client mysql $(key MYSQL_DATABASE) -e 'DELETE FROM kept'
        echo $file > /tmp/file
        """);
    assertThat(kept.rows()).isNotEqualTo(rows);
    kept.run(
        "inside mysql sh -c 'exec mysql --user=root --password=\"$MYSQL_ROOT_PASSWORD\"'"
            + " < $(cat /tmp/file)");
    assertThat(kept.rows()).as("rows after the manual's command").isEqualTo(rows);
    kept.answers();
  }

  private Path archive(KeptHost kept) throws IOException {
    kept.run("dataflux-func backup now --full /root");
    try (Stream<Path> made = Files.list(kept.host().root().resolve("root"))) {
      Path archive =
          made.filter(file -> file.toString().endsWith(".tar.zst")).findFirst().orElseThrow();
      return Files.copy(archive, stick.resolve(archive.getFileName()));
    }
  }

  private static void move(KeptHost kept, String where) {
    timed(kept.host(), "dataflux-func database move --yes " + where);
    kept.answers();
  }

  private static void rebuild(AirGappedHost host, String archive) {
    timed(
        host,
        "cd '/media/usb stick/dataflux-func-portable' && /bin/bash run-portable.sh restore --full"
            + " /media/stick/"
            + archive);
  }

  private static void timed(AirGappedHost host, String command) {
    long began = System.nanoTime();
    Outcome outcome = host.outcome(command);
    System.out.printf(
        "%s: exit %d after %d s%n",
        command, outcome.exitCode(), Duration.ofNanos(System.nanoTime() - began).toSeconds());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
  }
}
