package com.dataflux.func.runtime.dumps;

import com.dataflux.func.backup.Backup;
import com.dataflux.func.backup.DueRun;
import com.dataflux.func.backup.DueRun.Turn;
import com.dataflux.func.backup.DumpOrigin;
import com.dataflux.func.backup.DumpTools;
import com.dataflux.func.backup.Duty;
import com.dataflux.func.backup.Move;
import com.dataflux.func.backup.MysqldScratch;
import com.dataflux.func.backup.Restore;
import com.dataflux.func.backup.RestoreTrial;
import com.dataflux.func.backup.RunStatus;
import com.dataflux.func.backup.Unwatched;
import com.dataflux.func.backup.Verification;
import com.dataflux.func.backup.database.ClientPrograms;
import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.runtime.config.BackupSettings;
import com.dataflux.func.runtime.config.MysqlSettings;
import com.dataflux.func.runtime.config.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Dumps of the database as the configuration wants them.
public final class DatabaseDumps {
  /// The server of the image, without the settings of the built-in database.
  private static final List<String> MYSQLD =
      List.of("mysqld", "--no-defaults", "--lc-messages-dir=/usr/share/mysql");

  private final BackupSettings settings;
  private final Database database;
  private final DumpDirectory directory;
  private final DumpTools tools;
  private final Backup backup;
  private final Verification verification;
  private final RestoreTrial trial;
  private final DueRun dumps;
  private final DueRun trials;
  private final Hook hook;

  public DatabaseDumps(Settings settings, Clock clock) {
    Clock local = clock.withZone(settings.timezone());
    CommandRunner runner = new HostCommandRunner();
    this.settings = settings.backup();
    this.database = database(settings.mysql());
    this.directory = new DumpDirectory(this.settings.directory());
    this.tools = new DumpTools(runner, ClientPrograms.installed(), this.settings.packing());
    this.backup = new Backup(tools, directory, local);
    this.verification = new Verification(local, tools.packing());
    this.trial =
        new RestoreTrial(
            tools, new MysqldScratch(runner, MYSQLD, directory.path().resolve(".trial")), local);
    this.dumps = new DueRun(Duty.DUMP, directory, local);
    this.trials = new DueRun(Duty.TRIAL, directory, local);
    this.hook = new Hook(runner, this.settings.hook());
  }

  private static Database database(MysqlSettings mysql) {
    return new Database(
        new ServerAddress.Tcp(mysql.host(), mysql.port()),
        mysql.user(),
        mysql.password(),
        mysql.database());
  }

  /// Every dump, of the timetable, by hand and before changes; the newest first.
  public List<StoredDump> newestFirst() {
    return Arrays.stream(DumpOrigin.values())
        .flatMap(origin -> origin.in(directory).list().stream())
        .sorted(Comparator.comparing(StoredDump::name).reversed())
        .toList();
  }

  /// Makes the dump that is due, if one is. Blocks for as long as the dump takes; to be called
  /// about once a minute, on a thread of its own.
  ///
  /// @param due the last moment of `_CRONTAB_AUTO_BACKUP_DB` that is not in the future
  public Turn dump(Instant due) {
    return settings.dumps().enabled()
        ? hook.tell(Duty.DUMP, dumps.turn(due, this::hourly))
        : new Turn.NotDue();
  }

  private StoredDump hourly() {
    return backup.run(DumpOrigin.HOURLY, database, settings.retention(), new Unwatched());
  }

  /// Restores the last dump into a scratch server where that is due; not at the very first turn,
  /// when the host is busy with its install.
  ///
  /// @param due the last moment of `_CRONTAB_DB_BACKUP_TRIAL` that is not in the future
  public Turn tryLast(Instant due) {
    List<StoredDump> listing = directory.list();
    boolean tooEarly =
        RunStatus.of(directory, Duty.TRIAL).isEmpty()
            && listing.stream().allMatch(dump -> madeAfter(dump, due));
    return settings.trials().enabled() && !tooEarly
        ? hook.tell(
            Duty.TRIAL, trials.turn(due, () -> trial.run(listing.getLast(), new Unwatched())))
        : new Turn.NotDue();
  }

  private static boolean madeAfter(StoredDump dump, Instant due) {
    return dump.record().filter(known -> known.begun().isAfter(due)).isPresent();
  }

  /// Makes a dump now, which rotation leaves alone.
  public StoredDump byHand(Activity activity) {
    return backup.run(DumpOrigin.BY_HAND, database, settings.retention(), activity);
  }

  /// Reads a dump back to its end; one that is not whole loses its name.
  public StoredDump verify(StoredDump dump, Activity activity) {
    return verification.verify(dump, activity);
  }

  /// Restores a dump into a scratch server.
  public StoredDump tryOut(StoredDump dump, Activity activity) {
    return trial.run(dump, activity);
  }

  /// What puts a dump back into the database.
  public Restore restore() {
    return new Restore(tools, backup, directory);
  }

  /// What copies the database to another server.
  public Move move() {
    return new Move(backup, restore());
  }

  /// The database of the configuration.
  public Database database() {
    return database;
  }
}
