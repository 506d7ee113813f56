package com.dataflux.func.runtime;

import com.dataflux.func.backup.DueRun.Turn;
import com.dataflux.func.platform.settings.Crontab;
import com.dataflux.func.runtime.beat.Beat;
import com.dataflux.func.runtime.beat.BeatStart;
import com.dataflux.func.runtime.config.BackupSettings.Times;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.dumps.DatabaseDumps;
import com.dataflux.func.runtime.dumps.DumpClock;
import com.dataflux.func.runtime.log.Logging;
import com.dataflux.func.runtime.server.Connections;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.store.Schema;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `beat`: the scheduler.
@Command(name = "beat", description = "Start functions by their timetables, and do the chores.")
final class BeatCommand implements Callable<Integer> {
  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--heartbeat", hidden = true, defaultValue = "/run/dataflux-func/heartbeat")
  private Path heartbeat = Path.of("/run/dataflux-func/heartbeat");

  @Override
  public Integer call() throws InterruptedException {
    Logging.begin("beat", data.settings(), data.directory());
    Settings settings = new CompleteSettings(data, heartbeat).await();
    Services services = Connections.open(settings, data.directory());
    new CurrentSchema(new Schema(services.database().dataSource()), heartbeat).await();
    Beat beat =
        BeatStart.of(
            settings,
            data.directory(),
            services.database(),
            services.redis(),
            services.queue(),
            () -> Heartbeat.once(heartbeat));
    Thread clock = Thread.ofPlatform().name("beat").start(() -> run(beat));
    DatabaseDumps database = new DatabaseDumps(settings, Clock.systemUTC());
    DumpClock dumps = start(database::dump, settings.backup().dumps(), settings);
    DumpClock trials = start(database::tryLast, settings.backup().trials(), settings);
    Stopping.whenAsked(
        () -> {
          trials.close();
          dumps.close();
          beat.close();
          clock.join();
          Connections.close(services);
        });
    return 0;
  }

  private static DumpClock start(Function<Instant, Turn> duty, Times times, Settings settings) {
    return DumpClock.start(
        duty, Crontab.parse(times.crontab())::matches, Clock.system(settings.timezone()));
  }

  private static void run(Beat beat) {
    try {
      beat.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
