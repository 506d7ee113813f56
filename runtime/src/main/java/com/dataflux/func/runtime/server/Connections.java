package com.dataflux.func.runtime.server;

import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.queue.RedisCallQueue;
import com.dataflux.func.runtime.server.base.Inspection;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.Redis;
import com.dataflux.func.runtime.store.Vault;

/// Opens what the configuration names, and closes it again.
public final class Connections {
  private static final int DATABASE_CONNECTIONS = 8;

  private Connections() {}

  public static Services open(Settings settings, DataDirectory data) {
    CallQueue queue = RedisCallQueue.open(settings.redis(), settings.worker().queueLimit());
    return new Services(
        settings,
        data,
        Database.open(settings.mysql(), DATABASE_CONNECTIONS),
        Redis.open(settings.redis()),
        queue,
        new Inspection(queue),
        new Vault(settings.secret()));
  }

  public static void close(Services services) {
    services.queue().close();
    services.redis().close();
    services.database().close();
  }
}
