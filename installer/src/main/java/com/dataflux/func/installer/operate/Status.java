package com.dataflux.func.installer.operate;

import com.dataflux.func.backup.Duty;
import com.dataflux.func.backup.RunStatus;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.healthcheck.site.RedisView;
import com.dataflux.func.healthcheck.site.ThisHost;
import com.dataflux.func.healthcheck.site.Unavailable;
import com.dataflux.func.installer.host.Disk;
import com.dataflux.func.installer.stack.DeployedMark;
import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.StackContainer;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.engine.StackTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Gathers a [StatusReport].
public final class Status {
  private final Installed installed;
  private final Supplier<Optional<Engine>> engines;

  public Status(Installed installed, Supplier<Optional<Engine>> engines) {
    this.installed = installed;
    this.engines = engines;
  }

  public StatusReport look() {
    Instant now = Instant.now();
    List<ServiceStatus> services = services();
    boolean anyTask = services.stream().anyMatch(ServiceStatus::healthy);
    return new StatusReport(
        now,
        InstalledVersion.of(installed.dir()).map(InstalledVersion::version).orElse("unknown"),
        installed.dir(),
        "http://127.0.0.1:" + installed.port(),
        installed.application().answersPing(),
        services,
        lastDump(now),
        Disk.of(installed.dir().root()).freeBytes(),
        anyTask ? queues() : Map.of(),
        pending(services));
  }

  private List<ServiceStatus> services() {
    Optional<Engine> answering = engines.get();
    if (answering.isEmpty()) {
      return new TreeSet<>(installed.services())
          .stream()
              .map(name -> new ServiceStatus(name, "Docker is down", false, Optional.empty(), ""))
              .toList();
    }
    try (Engine engine = answering.get()) {
      List<StackService> deployed = engine.services(Swarm.STACK);
      List<StackTask> tasks = engine.tasks(Swarm.STACK);
      List<StackContainer> containers = engine.containers(Swarm.STACK);
      return new TreeSet<>(installed.services())
          .stream()
              .map(
                  name ->
                      ServiceStatus.of(
                          name,
                          deployed.stream().filter(each -> each.name().equals(name)).findFirst(),
                          tasks,
                          containers))
              .toList();
    }
  }

  private Optional<String> lastDump(Instant now) {
    return new ConfiguredDumps(installed.dir())
        .visible()
        .filter(directory -> Files.isDirectory(directory.path()))
        .flatMap(directory -> lastDump(directory, now));
  }

  private static Optional<String> lastDump(DumpDirectory directory, Instant now) {
    Optional<String> failure =
        RunStatus.of(directory, Duty.DUMP)
            .flatMap(RunStatus::failure)
            .map(why -> why.lines().findFirst().orElse(""));
    List<StoredDump> dumps = directory.list();
    Optional<String> last =
        dumps.isEmpty() ? Optional.empty() : Optional.of(of(dumps.getLast(), now));
    return failure.map(why -> last.orElse("none") + "; the last run failed: " + why).or(() -> last);
  }

  private static String of(StoredDump dump, Instant now) {
    return dump.record()
        .map(
            known ->
                "%s, %s, %s, %s ago"
                    .formatted(
                        dump.name(),
                        known.state().toString(),
                        Quantity.bytes(dump.bytes()),
                        Quantity.age(Duration.between(known.begun(), now))))
        .orElseGet(() -> "%s, %s".formatted(dump.name(), Quantity.bytes(dump.bytes())));
  }

  private static Map<Integer, Long> queues() {
    try {
      return ThisHost.site(List.of())
          .fromWorker()
          .redis()
          .filter(RedisView::answered)
          .map(RedisView::queues)
          .orElse(Map.of());
    } catch (Unavailable e) {
      return Map.of();
    }
  }

  private List<String> pending(List<ServiceStatus> services) {
    List<String> pending = new ArrayList<>();
    if (Files.exists(installed.dir().setupCode())) {
      pending.add("Open the pages and finish the setup");
    }
    if (Files.exists(installed.dir().pendingUpgrade())) {
      pending.add("A change was interrupted: run the same command again");
    }
    if (!DeployedMark.ofStack(installed.dir()).isCurrent()) {
      pending.add("The stack file was edited since: `dataflux-func start` deploys it");
    }
    List<String> stale = readBefore(changed(installed.dir().userConfig()), services);
    if (!stale.isEmpty() && !DeployedMark.ofConfiguration(installed.dir()).isCurrent()) {
      pending.add(
          "user-config.yaml was changed since: `dataflux-func restart %s`"
              .formatted(String.join(" ", stale)));
    }
    return pending;
  }

  /// Services of the application that started before the configuration was changed.
  private static List<String> readBefore(Instant changed, List<ServiceStatus> services) {
    return services.stream()
        .filter(service -> Readers.isOne(service.name()))
        .filter(service -> service.since().filter(changed::isAfter).isPresent())
        .map(ServiceStatus::name)
        .toList();
  }

  private static Instant changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.MIN;
    }
  }
}
