package com.dataflux.func.runtime.server.base;

import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.function.ScriptInspector;
import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.Redis;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Table;
import com.dataflux.func.runtime.store.Vault;

/// The databases, the queue and the configuration.
public record Services(
    Settings settings,
    DataDirectory data,
    Database database,
    Redis redis,
    CallQueue queue,
    ScriptInspector inspector,
    Vault vault) {

  public Rows rows(Table table) {
    return new Rows(database.jdbi(), table, vault);
  }
}
