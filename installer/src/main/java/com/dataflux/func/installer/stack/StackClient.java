package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.JsonText;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the engine's own client what to do with the stack. It is the client that came with the
/// engine, and speaks to this host's engine whatever the operator's environment says.
public final class StackClient {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /// What passes by itself: the Swarm changed a service after the client had read it, or still has
  /// a task that ends in a network to be removed.
  private static final List<String> PASSING =
      List.of("update out of sequence", "is in use by task");

  private static final Duration TIME_TO_PASS = Duration.ofSeconds(30);

  private final CommandRunner runner;

  public StackClient(CommandRunner runner) {
    this.runner = runner;
  }

  /// Lets the engine run what a stack file says; services that it does not name any more go.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `DEPLOY_FAILED`
  public void deploy(Path stackFile) {
    deploy(deployment(stackFile));
  }

  /// The same, with services that shall have no container meanwhile.
  public void deployWithout(Set<String> resting, Path stackFile) {
    Map<String, Object> stack = new LinkedHashMap<>(YamlFile.read(stackFile));
    Map<String, Object> services = part(stack, "services");
    for (String name : resting) {
      Map<String, Object> service = part(services, name);
      part(service, "deploy").put("replicas", 0);
    }
    // The client reads its file from here; of several files it would leave a zero out.
    deploy(deployment(Path.of("-")).reading(JsonText.of(stack)));
  }

  /// A map under a key, to be changed in place.
  @SuppressWarnings("unchecked") // What the client takes has maps there.
  private static Map<String, Object> part(Map<String, Object> of, String key) {
    Map<String, Object> part =
        new LinkedHashMap<>((Map<String, Object>) of.getOrDefault(key, Map.of()));
    of.put(key, part);
    return part;
  }

  private void deploy(Command command) {
    Outcome outcome = tell(command);
    if (!outcome.succeeded()) {
      throw ProblemKind.DEPLOY_FAILED.exception(
          "The stack could not be deployed",
          "`%s`: %s".formatted(outcome.command().line(), outcome.lastLines()),
          "Mend what it names, then run the same command again.");
    }
  }

  private Outcome tell(Command command) {
    return Patience.until(
            TIME_TO_PASS, () -> Optional.of(ask(command)).filter(StackClient::isFinal))
        .orElseGet(() -> ask(command));
  }

  private Outcome ask(Command command) {
    return runner.run(command.within(LIMIT));
  }

  private static boolean isFinal(Outcome outcome) {
    return outcome.succeeded() || PASSING.stream().noneMatch(outcome.err()::contains);
  }

  public static Command deployment(Path stackFile) {
    return docker(
        "stack",
        "deploy",
        "--prune",
        "--resolve-image",
        "never",
        "-c",
        stackFile.toString(),
        Swarm.STACK);
  }

  /// Asks the engine to remove the stack; containers and the network end after that.
  public void remove() {
    tell(removal()).orFail("The stack could not be removed", "Run the same command again.");
  }

  public static Command removal() {
    return docker("stack", "rm", Swarm.STACK);
  }

  /// Replaces the tasks of a service by new ones of the same form.
  ///
  /// @param service without the stack's name
  public void restart(String service) {
    tell(restarting(service))
        .orFail(
            "The service %s could not be restarted".formatted(service),
            "Run the same command again.");
  }

  public static Command restarting(String service) {
    return docker("service", "update", "--force", "--detach", Swarm.STACK + "_" + service);
  }

  /// What a service has printed.
  ///
  /// @param follow whether the command goes on when it has printed what there is
  public static Command printed(String service, int lines, boolean follow) {
    List<String> arguments =
        new ArrayList<>(List.of("service", "logs", "--raw", "--tail", String.valueOf(lines)));
    if (follow) {
      arguments.add("--follow");
    }
    arguments.add(Swarm.STACK + "_" + service);
    return docker(arguments.toArray(String[]::new));
  }

  private static Command docker(String... arguments) {
    return docker(List.of(arguments));
  }

  /// A command of the client, to this host's engine.
  public static Command docker(List<String> arguments) {
    Path bundled = EngineFiles.DIRECTORY.resolve("docker");
    List<String> argv = new ArrayList<>();
    argv.add(Files.isExecutable(bundled) ? bundled.toString() : "docker");
    argv.addAll(List.of("--host", "unix://" + EngineFiles.SOCKET));
    argv.addAll(arguments);
    return Command.of(argv);
  }
}
