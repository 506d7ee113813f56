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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The life of a database on installed hosts: dumped by the clock and tried, moved to another
/// server and back, lost with its host and rebuilt on a fresh one.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class BackupIT {
  private static final Pattern NAME = Pattern.compile("dataflux-func-sqldump-\\d{8}-\\d{6}\\.sql");
  private static final int NAME_TO_MINUTE = "dataflux-func-sqldump-YYYYMMDD-hhmm".length();
  private static final DateTimeFormatter TO_MINUTE =
      DateTimeFormatter.ofPattern("'dataflux-func-sqldump-'uuuuMMdd-HHmm");

  @TempDir private Path stick;

  @Test
  void outlivesMovesAndTheLossOfTheHost() throws Exception {
    Secret password = Secret.generate();
    try (Cable cable = Cable.lay();
        AirGappedHost others =
            AirGappedHost.boot(HostPlan.of(HostSystem.DEBIAN_12).withoutSystemd(), cable);
        MySqlServer mysql57 = MySqlServer.startAt(others.place(), MySqlVersion.V5_7, password);
        AirGappedHost host = AirGappedHost.boot(plan(), cable);
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      KeptHost kept = install(host);
      String rows = kept.rows();
      loadsByTheManual(kept, rows);
      archive(kept);
      String files = kept.files();
      runsByTheClock(kept, "9.7", "RESTORED");

      Future<?> rebuilt = beside.submit(() -> rebuildsALostHost(rows, files));
      host.run("umask 77; echo '%s' > /root/password".formatted(password.reveal()));
      goesBackFromAMoveThatFails(kept, mysql57);
      move(
          kept,
          "--to-host %s --to-user root --to-password-file /root/password"
              .formatted(mysql57.host()));
      assertThat(kept.rows()).as("rows in MySQL 5.7").isEqualTo(rows);
      runsByTheClock(kept, "5.7", "VERIFIED");
      move(kept, "--to-built-in --replace");
      assertThat(kept.rows()).as("rows in MySQL 9.7 again").isEqualTo(rows);
      kept.answers();
      rebuilt.get();
    }
  }

  private static KeptHost install(AirGappedHost host) {
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
    return kept;
  }

  private static HostPlan plan() {
    return HostPlan.of(HostSystem.DEBIAN_12).carrying(BuiltBundle.directory());
  }

  /// A dump of that server by its timetable, and where a state is waited for that takes another
  /// timetable, by that; all under the names of the manual, one a minute.
  private static void runsByTheClock(KeptHost kept, String server, String state) {
    String record =
        kept.run(
                """
                for second in $(seq 120); do
                  record=$(grep -l '^server: %s' $D/sqldump/*.record 2>/dev/null | xargs -r grep -l '^state: %s' | tail -n 1)
                  [ -z "$record" ] || { echo $record; exit; }
                  sleep 1
                done
                tail -n 20 $D/logs/dataflux-func.log >&2; exit 1
                """
                    .formatted(server, state))
            .strip();
    System.out.printf("%s by the clock: %s%n", state, record);
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

  /// Brings the host's archive onto the stick, and the beginning of it beside it.
  private void archive(KeptHost kept) throws IOException {
    kept.run("dataflux-func backup now --full /root");
    try (Stream<Path> made = Files.list(kept.host().root().resolve("root"))) {
      Path archive =
          made.filter(file -> file.toString().endsWith(".tar.zst")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(archive);
      Files.write(stick.resolve("whole.tar.zst"), bytes);
      Files.write(stick.resolve("cut.tar.zst"), Arrays.copyOf(bytes, bytes.length * 9 / 10));
    }
  }

  /// The account may change the other server only so often: the copy fails in its midst.
  private static void goesBackFromAMoveThatFails(KeptHost kept, MySqlServer target) {
    kept.run("umask 77; echo weary > /root/weary");
    target.query(
        "CREATE USER weary IDENTIFIED BY 'weary' WITH MAX_UPDATES_PER_HOUR 30;"
            + " GRANT ALL ON half.* TO weary");
    String before = HostState.shape(kept.host());

    String account = "--to-user weary --to-password-file /root/weary --to-database half";
    Outcome outcome =
        timed(
            kept.host(),
            "dataflux-func database move --yes --to-host %s %s".formatted(target.host(), account));

    assertThat(outcome.err()).as(outcome.out()).contains("max_updates");
    assertThat(outcome.exitCode()).isNotZero();
    assertThat(HostState.shape(kept.host())).isEqualTo(before);
    kept.answers();
  }

  private static void move(KeptHost kept, String where) {
    succeeds(kept.host(), "dataflux-func database move --yes " + where);
    kept.answers();
  }

  private void rebuildsALostHost(String rows, String files) {
    try (Cable cable = Cable.lay();
        AirGappedHost host = AirGappedHost.boot(plan().withMedium("/media/stick", stick), cable)) {
      Outcome refused = timed(host, restore("cut.tar.zst"));
      assertThat(refused.err()).contains("not a whole archive");
      assertThat(refused.exitCode()).isNotZero();
      host.run("test ! -e %s && test ! -e /etc/dataflux-func".formatted(KeptHost.DIRECTORY));

      succeeds(host, restore("whole.tar.zst"));
      KeptHost rebuilt = new KeptHost(host);
      rebuilt.answers();
      assertThat(rebuilt.rows()).as("rows on the fresh host").isEqualTo(rows);
      assertThat(rebuilt.files()).isEqualTo(files);
    }
  }

  private static String restore(String archive) {
    return "cd '/media/usb stick/dataflux-func-portable' && /bin/bash run-portable.sh restore"
        + " --full /media/stick/"
        + archive;
  }

  private static void succeeds(AirGappedHost host, String command) {
    Outcome outcome = timed(host, command);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
  }

  private static Outcome timed(AirGappedHost host, String command) {
    long began = System.nanoTime();
    Outcome outcome = host.outcome(command);
    System.out.printf(
        "%s: exit %d after %d s%n",
        command, outcome.exitCode(), Duration.ofNanos(System.nanoTime() - began).toSeconds());
    return outcome;
  }
}
