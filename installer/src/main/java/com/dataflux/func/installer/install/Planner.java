package com.dataflux.func.installer.install;

import com.dataflux.func.installer.host.EngineSituation;
import com.dataflux.func.installer.host.Listener;
import com.dataflux.func.installer.host.Requirements;
import com.dataflux.func.installer.host.Requirements.Space;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.EngineFacts;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.engine.SwarmState;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.Port;
import com.dataflux.func.templates.StackOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides. Pure: a request, what was found and what is carried in; a plan out, or the first reason
/// why there can be none.
final class Planner {
  /// A host sold as 4 GB shows less: firmware, kernel and crash kernel take their part first.
  private static final long MEMORY = 3_300_000_000L;

  private static final long MEMORY_MINI = 1_600_000_000L;

  /// Databases, logs and dumps of the first weeks.
  private static final long DATA_BYTES = 2_000_000_000L;

  /// Unpacked layers take whole blocks of the file system.
  private static final double IMAGE_OVERHEAD = 1.2;

  private Planner() {}

  static InstallPlan plan(InstallRequest request, Situation situation, Cargo cargo) {
    Choices choices = request.choices().over(situation.recorded());
    requireConsistent(request, choices);
    requireMoved(situation, choices);
    requireSameAddress(request, situation);
    EnginePlan engine = engine(situation, cargo);
    StackOptions stack = Rendering.options(situation.dir(), choices, node(situation.engine()));
    requireCarried(Change.images(situation, cargo), stack);
    List<Problem> unmet = requirements(situation, cargo, stack, engine).unmetBy(situation.host());
    if (!unmet.isEmpty()) {
      throw unmet.getFirst().asException();
    }
    return new InstallPlan(
        situation.dir(),
        choices,
        stack,
        cargo,
        Change.of(situation, cargo, choices, WriteConfiguration.keys(request)),
        Change.images(situation, cargo),
        engine,
        situation.host().systemd(),
        situation.host().addresses().stream().findFirst(),
        request.mysql(),
        request.redis(),
        request.autoSetup(),
        request.extraConfig(),
        request.patience());
  }

  private static void requireConsistent(InstallRequest request, Choices choices) {
    if (request.mysql().isGiven() && !choices.noMysql().orElse(false)) {
      throw pointless("--mysql-…", "--no-mysql");
    }
    if (request.redis().isGiven() && !choices.noRedis().orElse(false)) {
      throw pointless("--redis-…", "--no-redis");
    }
  }

  /// The data must not be left behind.
  private static void requireMoved(Situation situation, Choices choices) {
    if (situation.installed()
        && choices.noMysql().orElse(false)
        && !situation.recorded().noMysql().orElse(false)
        && "mysql".equals(situation.configuration().get("MYSQL_HOST"))) {
      throw ProblemKind.USAGE.exception(
          "--no-mysql would leave the data behind",
          "it is in the built-in database",
          "Move it: `dataflux-func database move --to-host … --drop-built-in`; nothing was"
              + " changed.");
    }
  }

  /// A Swarm keeps the address that it was made with.
  private static void requireSameAddress(InstallRequest request, Situation situation) {
    Optional<String> wanted = request.choices().advertiseAddress();
    if (situation.installed()
        && wanted.isPresent()
        && !wanted.equals(situation.recorded().advertiseAddress())
        && situation.engine()
            instanceof EngineSituation.Running(var facts, SwarmState.Manager swarm, var ours)
        && !wanted.get().equals(swarm.address())) {
      throw ProblemKind.USAGE.exception(
          "--advertise-addr %s would change nothing".formatted(wanted.get()),
          "the host's Swarm is known as %s already".formatted(swarm.address()),
          "Leave it out; or run `docker swarm leave --force`, which stops every service, and then"
              + " the same command again. Nothing was changed.");
    }
  }

  /// A bundle put together by hand may lack images that nobody asked for.
  private static void requireCarried(Images images, StackOptions stack) {
    requireCarried(images.application(), true, "dataflux-func");
    requireCarried(images.mysql(), stack.mysql(), "mysql");
    requireCarried(images.redis(), stack.redis(), "redis");
    requireCarried(images.mosquitto(), stack.mqtt(), "eclipse-mosquitto");
  }

  private static void requireCarried(String reference, boolean needed, String name) {
    if (needed && reference.isBlank()) {
      throw ProblemKind.BUNDLE_DAMAGED.exception(
          "The bundle has no image " + name,
          "these options need it",
          "Add %s.tar.gz to the bundle, or give other options; nothing was changed."
              .formatted(name));
    }
  }

  private static ProblemException pointless(String given, String missing) {
    return ProblemKind.USAGE.exception(
        "%s was given without %s".formatted(given, missing),
        "the built-in database would run, and nothing would use the other one",
        "Add %s, or leave out %s; nothing was changed.".formatted(missing, given));
  }

  private static Requirements requirements(
      Situation situation, Cargo cargo, StackOptions stack, EnginePlan engine) {
    boolean databases = stack.mysql() || stack.redis();
    long memory = stack.mini() ? MEMORY_MINI : MEMORY;
    return new Requirements(
        Optional.of(cargo.architecture()),
        stack.mini() ? 1 : 2,
        databases ? memory : memory / 2,
        ports(situation, stack, engine),
        situation.installed() ? List.of() : space(situation, cargo));
  }

  private static List<Space> space(Situation situation, Cargo cargo) {
    return List.of(
        new Space(
            situation.engineDisk(), (long) (cargo.imageBytes() * IMAGE_OVERHEAD), "the images"),
        new Space(situation.installDisk(), DATA_BYTES, "the data"));
  }

  /// The ports to be free: not those that the stack of an earlier run holds itself.
  private static List<Integer> ports(Situation situation, StackOptions stack, EnginePlan engine) {
    List<Integer> ports = new ArrayList<>();
    if (!heldByOurselves(situation, stack.port(), situation.recorded().port().orElse(Port.WEB))) {
      ports.add(stack.port().number());
    }
    boolean hadBroker = situation.recorded().mqtt().orElse(false);
    if (stack.mqtt() && !(hadBroker && heldByOurselves(situation, Port.MQTT, Port.MQTT))) {
      ports.add(Port.MQTT.number());
    }
    boolean absent = engine instanceof EnginePlan.Install || engine instanceof EnginePlan.Start;
    if (absent && !startsNow(situation)) {
      ports.add(Swarm.PORT);
    }
    return ports;
  }

  /// Whether an engine that does not answer yet listens already.
  private static boolean startsNow(Situation situation) {
    return situation.host().listenerOn(Swarm.PORT).filter(Listener::isEngine).isPresent();
  }

  private static boolean heldByOurselves(Situation situation, Port wanted, Port recorded) {
    return situation.installed()
        && wanted.equals(recorded)
        && situation
            .host()
            .listenerOn(wanted.number())
            .filter(listener -> listener.isEngine())
            .isPresent();
  }

  private static EnginePlan engine(Situation situation, Cargo cargo) {
    return switch (situation.engine()) {
      case EngineSituation.Absent() ->
          new EnginePlan.Install(
              cargo
                  .dockerArchive()
                  .orElseThrow(
                      () ->
                          ProblemKind.ENGINE_INSTALL_FAILED.exception(
                              "This host has no Docker, and the bundle brings none",
                              "",
                              "Add docker-<version>.tgz to the bundle, or install Docker.")));
      case EngineSituation.Stopped(String program) when isLeftover(program, situation) ->
          cargo
              .dockerArchive()
              .<EnginePlan>map(EnginePlan.Install::new)
              .orElseGet(() -> new EnginePlan.Start(program));
      case EngineSituation.Stopped(String program) -> new EnginePlan.Start(program);
      case EngineSituation.Snap(String path) ->
          throw unsupported(
              "Docker on this host was installed by snap",
              "%s says so; snap's confinement hides the install directory from it".formatted(path),
              "Run `snap remove docker`, then the same command again: the bundle brings its own.");
      case EngineSituation.Running(EngineFacts facts, SwarmState swarm, boolean ours) -> {
        requireSupported(facts);
        requireUsable(swarm);
        yield cargo
            .dockerArchive()
            .filter(archive -> ours && EngineVersion.of(archive).isLaterThan(facts.version()))
            .<EnginePlan>map(archive -> new EnginePlan.Upgrade(archive, facts.version()))
            .orElseGet(() -> new EnginePlan.Use(facts.version()));
      }
    };
  }

  /// Whether an install that did not get to its end left it: this bundle's own takes its place.
  private static boolean isLeftover(String program, Situation situation) {
    return !situation.installed() && Path.of(program).startsWith(EngineFiles.DIRECTORY);
  }

  private static void requireSupported(EngineFacts facts) {
    if (facts.rootDir().startsWith("/var/snap")) {
      throw unsupported(
          "Docker on this host was installed by snap",
          "its data is in %s; snap's confinement hides the install directory from it"
              .formatted(facts.rootDir()),
          "Run `snap remove docker`, then the same command again: the bundle brings its own.");
    }
    if (facts.rootless()) {
      throw unsupported(
          "Docker on this host runs without root",
          "such an engine cannot run Swarm",
          "Stop it, then run the same command again: the bundle brings its own.");
    }
    if (ApiVersion.of(facts.apiVersion()).compareTo(ApiVersion.OLDEST) < 0) {
      throw unsupported(
          "Docker %s on this host is too old".formatted(facts.version()),
          "18.06 is the oldest that is supported",
          "Upgrade it, or remove it and run the same command again: the bundle brings its own.");
    }
  }

  private static void requireUsable(SwarmState swarm) {
    switch (swarm) {
      case SwarmState.Inactive() -> {}
      case SwarmState.Manager(var node, var address, var nodes) -> {}
      case SwarmState.Worker(String managers) ->
          throw ProblemKind.SWARM_FAILED.exception(
              "This host is a worker of a Swarm",
              "its managers are " + managers,
              "Run the same command on a manager, or let this host leave: `docker swarm leave`.");
      case SwarmState.Broken(String state, String error) ->
          throw ProblemKind.SWARM_FAILED.exception(
              "The Swarm of this host is " + state,
              error,
              "Look at `docker info`; `docker swarm leave --force` gives up that Swarm.");
    }
  }

  /// Data lies on one node: where there are several, services must stay on this one.
  private static Optional<String> node(EngineSituation situation) {
    return situation
                instanceof EngineSituation.Running(var facts, SwarmState.Manager manager, var ours)
            && manager.nodes() > 1
        ? Optional.of(manager.nodeId())
        : Optional.empty();
  }

  private static ProblemException unsupported(String what, String why, String next) {
    return ProblemKind.UNSUPPORTED_ENGINE.exception(what, why, next);
  }
}
