package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.stack.Health;
import com.dataflux.func.installer.stack.StackFile;
import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.InMemoryEngine;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.engine.StackTask;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.InMemoryCommandRunner;
import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.templates.InstallDir;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The engine's client and what it commands, in memory: every service knows the configuration of
/// the moment when it was started. One command of a run can be struck.
final class FakeStack implements InMemoryCommandRunner {
  private static final String PREFIX = "dataflux-func_";

  /// When the command that is struck fails.
  enum Struck {
    BEFORE_IT_DID_ANYTHING,
    AFTER_IT_DID_EVERYTHING
  }

  final InMemoryEngine engine = new InMemoryEngine();
  final Map<String, String> knownDatabase = new TreeMap<>();
  final List<String> told = new ArrayList<>();
  private final InstallDir dir;
  private final Map<String, Integer> replicas = new TreeMap<>();
  private final Map<String, Integer> starts = new TreeMap<>();
  private boolean stable = true;
  private Duration timeToStart = Duration.ZERO;
  private int strikeAt = -1;
  private Struck struck = Struck.BEFORE_IT_DID_ANYTHING;

  FakeStack(InstallDir dir) {
    this.dir = dir;
    deploy();
    show();
  }

  /// Lets one of the next commands fail, counted from 0.
  void strike(int command, Struck when) {
    strikeAt = told.size() + command;
    struck = when;
  }

  /// Lets the tasks of later deployments run only after a while.
  void startSlowly(Duration time) {
    timeToStart = time;
  }

  /// Lets the client wait in vain, until its limit, for tasks that it is to start.
  void neverBecomeStable() {
    stable = false;
  }

  /// Whether every service has its tasks.
  boolean isHealthy() {
    return Health.waiting(engine, replicas.keySet()).isEmpty();
  }

  Map<String, Integer> replicas() {
    return Map.copyOf(replicas);
  }

  @Override
  public Outcome run(Command command) {
    boolean fails = told.size() == strikeAt;
    told.add(command.line());
    if (!stable && startsAndWaits(command.argv())) {
      throw ProblemKind.COMMAND_FAILED.exception("It did not end in time", "", "Look at the host.");
    }
    String out = fails && struck == Struck.BEFORE_IT_DID_ANYTHING ? "" : obey(command.argv());
    return new Outcome(command, fails ? 1 : 0, out, fails ? "struck" : "");
  }

  @Override
  public Outcome run(Command command, Consumer<String> line) {
    Outcome outcome = run(command);
    line.accept("{\"event\":\"answer\",\"said\":\"done\"}");
    return outcome;
  }

  private String obey(List<String> argv) {
    if (argv.contains("ps")) {
      return "container\n";
    } else if (argv.contains("services")) {
      StringBuilder list = new StringBuilder();
      replicas.forEach((name, n) -> list.append("%s%s %d/%d%n".formatted(PREFIX, name, n, n)));
      return list.toString();
    } else if (argv.contains("scale")) {
      argv.stream().filter(each -> each.startsWith(PREFIX)).forEach(this::scale);
    } else if (argv.contains("update")) {
      start(argv.getLast().substring(PREFIX.length()));
    } else if (argv.contains("deploy")) {
      deploy();
      if (timeToStart.isPositive()) {
        showLater();
        return "";
      }
    }
    show();
    return "";
  }

  private static boolean startsAndWaits(List<String> argv) {
    return argv.contains("scale")
        && !argv.contains("--detach")
        && argv.stream().anyMatch(each -> each.startsWith(PREFIX) && !each.endsWith("=0"));
  }

  private void scale(String target) {
    String[] parts = target.substring(PREFIX.length()).split("=", 2);
    int wanted = Integer.parseInt(parts[1]);
    if (wanted > 0 && replicas.getOrDefault(parts[0], 0) == 0) {
      start(parts[0]);
    }
    replicas.put(parts[0], wanted);
  }

  private void deploy() {
    replicas.keySet().retainAll(StackFile.services(dir.stackFile()));
    for (String service : StackFile.services(dir.stackFile())) {
      scale(PREFIX + service + "=1");
    }
  }

  private void showLater() {
    engine.show(services(), List.of(), List.of());
    CompletableFuture.delayedExecutor(timeToStart.toMillis(), TimeUnit.MILLISECONDS)
        .execute(this::show);
  }

  private void start(String service) {
    starts.merge(service, 1, Integer::sum);
    knownDatabase.put(service, String.valueOf(YamlFile.read(dir.userConfig()).get("MYSQL_HOST")));
  }

  private void show() {
    List<StackTask> tasks = new ArrayList<>();
    replicas.forEach(
        (service, wanted) -> {
          if (wanted > 0) {
            tasks.add(task(service));
          }
        });
    engine.show(services(), tasks, List.of());
  }

  private List<StackService> services() {
    List<StackService> services = new ArrayList<>();
    replicas.forEach(
        (name, wanted) -> services.add(new StackService(name, "image", wanted, Optional.empty())));
    return services;
  }

  private StackTask task(String service) {
    return new StackTask(
        service + starts.get(service),
        service,
        "node",
        "image",
        true,
        new StackTask.State.Running(),
        Instant.EPOCH,
        Optional.empty());
  }
}
