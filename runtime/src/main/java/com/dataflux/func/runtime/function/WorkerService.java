package com.dataflux.func.runtime.function;

import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.queue.RedisCallQueue;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.dataflux.func.runtime.store.Vault;
import com.dataflux.func.runtime.worker.Worker;
import com.dataflux.func.runtime.worker.WorkerPlan;
import com.dataflux.func.runtime.worker.Zygote;
import com.dataflux.func.runtime.worker.ZygoteSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A whole worker of the stack: a [Worker] with the databases behind it.
public final class WorkerService implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WorkerService.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final long MEGABYTE = 1 << 20;
  private static final int CONNECTIONS = 6;

  private final Database database;
  private final CallQueue queue;
  private final ServiceDesk desk;
  private final Worker worker;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("heartbeat").daemon().factory());

  private WorkerService(Database database, CallQueue queue, ServiceDesk desk, Worker worker) {
    this.database = database;
    this.queue = queue;
    this.desk = desk;
    this.worker = worker;
  }

  /// @param heartbeat a file that is touched every second
  public static WorkerService start(
      Settings settings,
      DataDirectory data,
      List<Integer> queues,
      ZygoteSettings python,
      Zygote zygote,
      Path heartbeat)
      throws IOException {
    Database database = Database.open(settings.mysql(), CONNECTIONS);
    CallQueue queue = RedisCallQueue.open(settings.redis(), settings.worker().queueLimit());
    ServiceDesk desk = new ServiceDesk(settings, database, queue);
    Rows scripts = new Rows(database.jdbi(), Tables.SCRIPTS, new Vault(settings.secret()));
    WorkerPlan plan =
        new WorkerPlan(
            queues,
            settings.worker().concurrencyFor(queues),
            settings.worker().prefetchMultiplier(),
            settings.worker().maxTasksPerChild(),
            settings.worker().memoryLimit() * MEGABYTE,
            data.uploads(),
            Duration.ofSeconds(settings.timeouts().functionMax()));
    Worker worker =
        Worker.start(
            settings.redis(),
            InetAddress.getLocalHost().getHostName(),
            plan,
            python,
            zygote,
            new StoredScripts(scripts),
            desk);
    WorkerService service = new WorkerService(database, queue, desk, worker);
    var _ = service.clock.scheduleAtFixedRate(() -> touch(heartbeat), 0, 1, TimeUnit.SECONDS);
    return service;
  }

  private static void touch(Path heartbeat) {
    try {
      if (Files.notExists(heartbeat)) {
        Files.createFile(heartbeat);
      }
      Files.setLastModifiedTime(heartbeat, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the heartbeat file cannot be touched", e);
    }
  }

  /// Finishes what runs, as far as that takes a few seconds only.
  @Override
  public void close() {
    worker.drain(PATIENCE);
    worker.close();
    desk.close();
    queue.close();
    database.close();
    clock.shutdownNow();
  }
}
