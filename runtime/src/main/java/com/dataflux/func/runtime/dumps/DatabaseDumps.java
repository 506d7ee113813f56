package com.dataflux.func.runtime.dumps;

import com.dataflux.func.backup.Backup;
import com.dataflux.func.backup.DumpOrigin;
import com.dataflux.func.backup.HourlyBackup;
import com.dataflux.func.backup.HourlyBackup.Turn;
import com.dataflux.func.backup.Restore;
import com.dataflux.func.backup.Unwatched;
import com.dataflux.func.backup.database.ClientPrograms;
import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.runtime.config.MysqlSettings;
import com.dataflux.func.runtime.config.Settings;
import java.time.Clock;
import java.time.Instant;

/// Dumps of the database as the configuration wants them.
public final class DatabaseDumps {
  private final boolean enabled;
  private final Database database;
  private final Retention retention;
  private final DumpDirectory directory;
  private final Backup backup;
  private final HourlyBackup hourly;

  public DatabaseDumps(Settings settings, Clock clock) {
    Clock local = clock.withZone(settings.timezone());
    this.enabled = settings.backup().enabled();
    this.database = database(settings.mysql());
    this.retention = Retention.of(settings.backup().limit());
    this.directory = new DumpDirectory(settings.backup().directory());
    this.backup = new Backup(new HostCommandRunner(), ClientPrograms.installed(), directory, local);
    this.hourly = new HourlyBackup(backup, directory, local);
  }

  private static Database database(MysqlSettings mysql) {
    return new Database(
        new ServerAddress.Tcp(mysql.host(), mysql.port()),
        mysql.user(),
        mysql.password(),
        mysql.database());
  }

  public DumpDirectory directory() {
    return directory;
  }

  /// Makes the dump that is due, if one is. Blocks for as long as the dump takes; to be called
  /// about once a minute, on a thread of its own.
  ///
  /// @param due the last moment of `_CRONTAB_AUTO_BACKUP_DB` that is not in the future
  public Turn turn(Instant due) {
    return enabled ? hourly.turn(due, database, retention, new Unwatched()) : new Turn.NotDue();
  }

  /// Makes a dump now, which rotation leaves alone.
  public StoredDump byHand(Activity activity) {
    return backup.run(DumpOrigin.BY_HAND, database, retention, activity);
  }

  /// What puts a dump back into the database.
  public Restore restore() {
    return new Restore(new HostCommandRunner(), ClientPrograms.installed(), backup, directory);
  }

  /// The database of the configuration.
  public Database database() {
    return database;
  }

  /// How many dumps are kept.
  public Retention retention() {
    return retention;
  }
}
