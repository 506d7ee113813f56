package com.dataflux.func.runtime;

import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.config.WorkerSettings;
import com.dataflux.func.runtime.function.ServiceDesk;
import com.dataflux.func.runtime.log.Logging;
import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.queue.RedisCallQueue;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.worker.Worker;
import com.dataflux.func.runtime.worker.WorkerPlan;
import com.dataflux.func.runtime.worker.Zygote;
import com.dataflux.func.runtime.worker.ZygoteSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `worker N…`: runs functions of these queues.
@Command(name = "worker", description = "Run functions of the given queues.")
final class WorkerCommand implements Callable<Integer> {
  private static final int DATABASE_CONNECTIONS = 4;
  private static final Duration DRAIN = Duration.ofSeconds(5);

  @Mixin private final DataOption data = new DataOption();

  @Parameters(arity = "1..*", description = "Numbers of queues, 0 to 9.")
  private List<Integer> queues = List.of();

  @Option(names = "--zygote", hidden = true, defaultValue = "/run/dataflux-func/zygote.sock")
  private Path socket = Path.of("/run/dataflux-func/zygote.sock");

  @Option(names = "--homes", hidden = true, defaultValue = "/run/dataflux-func/homes")
  private Path homes = Path.of("/run/dataflux-func/homes");

  @Option(names = "--heartbeat", hidden = true, defaultValue = "/run/dataflux-func/heartbeat")
  private Path heartbeat = Path.of("/run/dataflux-func/heartbeat");

  @Override
  public Integer call() throws InterruptedException, IOException {
    String name = "worker-" + queues.stream().map(String::valueOf).collect(Collectors.joining("-"));
    Logging.begin(name, data.settings(), data.directory());
    Settings settings = new CompleteSettings(data, heartbeat).await();
    Database database = Database.open(settings.mysql(), DATABASE_CONNECTIONS);
    CallQueue queue = RedisCallQueue.open(settings.redis(), settings.worker().queueLimit());
    ServiceDesk desk = new ServiceDesk(settings, database, queue);
    // Without its zygote a worker can do nothing: the whole container starts anew.
    Zygote zygote = new Zygote(socket, homes, () -> Runtime.getRuntime().halt(1));
    Worker worker =
        new Worker(
            settings.redis(),
            InetAddress.getLocalHost().getHostName(),
            plan(settings, data.directory()),
            zygoteSettings(settings, data.directory()),
            zygote,
            new StoredScripts(database.jdbi()),
            desk);
    Heartbeat beating = Heartbeat.start(heartbeat);
    Stopping.whenAsked(
        () -> {
          worker.drain(DRAIN);
          beating.close();
          worker.close();
          zygote.close();
          desk.close();
          queue.close();
          database.close();
        });
    return 0;
  }

  private WorkerPlan plan(Settings settings, DataDirectory directory) {
    WorkerSettings worker = settings.worker();
    return new WorkerPlan(
        queues,
        worker.concurrencyFor(queues),
        worker.prefetchMultiplier(),
        worker.maxTasksPerChild(),
        (long) worker.memoryLimit() << 20,
        directory.uploads(),
        Duration.ofSeconds(settings.timeouts().functionMax()));
  }

  private static ZygoteSettings zygoteSettings(Settings settings, DataDirectory directory) {
    return new ZygoteSettings(
        "python3",
        Path.of("python/zygote.py"),
        OptionalInt.empty(),
        directory.pythonPackages(),
        directory.resources(),
        settings.timezone().getId());
  }
}
