package com.dataflux.func.runtime.beat;

import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.Redis;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.dataflux.func.runtime.store.Vault;

/// Puts the scheduler together.
public final class BeatStart {
  private BeatStart() {}

  /// @param sign given at each tick
  public static Beat of(
      Settings settings,
      DataDirectory data,
      Database database,
      Redis redis,
      CallQueue queue,
      Beat.LifeSign sign) {
    Vault vault = new Vault(settings.secret());
    Rows functions = new Rows(database.jdbi(), Tables.FUNCS, vault);
    Rows entries = new Rows(database.jdbi(), Tables.CRONTAB_CONFIGS, vault);
    Rows records = new Rows(database.jdbi(), Tables.TASK_RECORDS, vault);
    return new Beat(
        new Lease(redis),
        new Timetable(settings, redis, queue, entries, functions),
        new Chores(settings, data, database, queue, records),
        sign);
  }
}
