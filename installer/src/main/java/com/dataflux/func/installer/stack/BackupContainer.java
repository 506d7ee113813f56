package com.dataflux.func.installer.stack;

import com.dataflux.func.backup.DumpJvm;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The programs that dump and load, in the scheduler's container, where the database can be
/// reached.
public final class BackupContainer {
  /// The service that runs the programs; where another host has the scheduler, the server serves.
  static final List<String> HOSTS = List.of("beat", "server");

  private static final List<String> PROGRAM = program();

  private static final Duration LIMIT = Duration.ofHours(12);

  private final CommandRunner runner;

  public BackupContainer(CommandRunner runner) {
    this.runner = runner;
  }

  /// Run as the service's own user, which is to read what it leaves.
  private static List<String> program() {
    List<String> argv =
        new ArrayList<>(List.of("setpriv", "--reuid=2000", "--regid=2000", "--clear-groups"));
    argv.addAll(DumpJvm.command("/usr/local/java/bin/java"));
    argv.addAll(List.of("-cp", "/usr/src/app/dataflux-func-runtime.jar"));
    argv.add("com.dataflux.func.runtime.dumps.DumpProgram");
    return List.copyOf(argv);
  }

  /// Makes a dump now and verifies it; rotation leaves it alone.
  ///
  /// @return the file, as the container names it
  public Path dump(Activity activity) {
    return Path.of(String.valueOf(run(List.of("now"), "", activity).get("file")));
  }

  /// Restores a dump into a scratch server.
  ///
  /// @param file as the container names it
  /// @return how it went, in a sentence
  public String tryOut(Path file, Activity activity) {
    return said(run(List.of("try", file.toString()), "", activity));
  }

  /// Puts a dump in the place of what the database holds, while nothing writes to it. It is what a
  /// rebuild that never came to its end was waiting for.
  ///
  /// @param file as the container names it
  /// @return how it went, in a sentence
  public String restore(
      Path file, InstallDir dir, Supplier<Optional<Engine>> engines, Activity activity) {
    AtomicReference<String> said = new AtomicReference<>("");
    new Writers(runner).pausedDuring(dir, engines, () -> said.set(load(file, activity)));
    RebuildMark.remove(dir);
    return said.get();
  }

  /// The same where nothing that writes was started.
  public String load(Path file, Activity activity) {
    return said(run(List.of("restore", file.toString()), "", activity));
  }

  /// Carries out an order about another server, which is described on standard input.
  public String order(String order, String target, Activity activity) {
    return said(run(List.of(order), target, activity));
  }

  private static String said(Map<String, Object> answer) {
    return String.valueOf(answer.get("said"));
  }

  private Map<String, Object> run(List<String> arguments, String input, Activity activity) {
    List<String> argv = new ArrayList<>(List.of("exec", "--interactive", host()));
    argv.addAll(PROGRAM);
    argv.addAll(arguments);
    ContainerReport report = new ContainerReport(activity);
    Outcome outcome = runner.run(StackClient.docker(argv).reading(input).within(LIMIT), report);
    if (!outcome.succeeded()) {
      throw report
          .failure()
          .orElseGet(
              () ->
                  ProblemKind.COMMAND_FAILED.exception(
                      "`%s` failed in the scheduler's container".formatted(arguments.getFirst()),
                      outcome.lastLines(),
                      "See the reason above; every dump that was there still is."));
    }
    return report.answer();
  }

  private String host() {
    return HOSTS.stream()
        .flatMap(service -> containers(service).stream())
        .findFirst()
        .orElseThrow(
            () ->
                ProblemKind.NOT_HEALTHY.exception(
                    "The scheduler's container does not run",
                    "no container of %s was found".formatted(String.join(" or ", HOSTS)),
                    "Start the stack, and see `dataflux-func doctor`."));
  }

  /// Waits until the scheduler's container and the database of the stack can be asked.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `NOT_HEALTHY`
  public void await(Engine engine, Path stackFile) {
    Set<String> needed = new TreeSet<>(StackFile.services(stackFile));
    needed.removeAll(Writers.of(stackFile));
    if (!Patience.holds(Health.LIMIT, () -> Health.waiting(engine, needed).isEmpty())) {
      throw ProblemKind.NOT_HEALTHY.exception(
          "The database cannot be asked",
          "not healthy after %s: %s"
              .formatted(
                  Quantity.time(Health.LIMIT), String.join(", ", Health.waiting(engine, needed))),
          "Look at `docker service ls` and `dataflux-func doctor`.");
    }
  }

  /// Ids of the containers of a service that run.
  private List<String> containers(String service) {
    String label = "label=com.docker.swarm.service.name=%s_%s".formatted(Swarm.STACK, service);
    return runner
        .run(StackClient.docker(List.of("ps", "--quiet", "--filter", label)))
        .orFail("The Docker engine could not be asked", "See that Docker runs.")
        .out()
        .lines()
        .toList();
  }
}
