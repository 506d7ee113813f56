package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.stack.DeployedMark;
import com.dataflux.func.installer.stack.Health;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.installer.stack.Patience;
import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.StackTask;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Starts and stops the stack, as the manual's three commands do, and waits for what they wait for.
public final class Lifecycle {
  /// The longest grace period of a service, with room for the engine to clean up.
  private static final Duration TIME_TO_END = Duration.ofMinutes(3);

  private static final String NETWORK = Swarm.STACK + "_default";

  private final Display display;
  private final Installed installed;
  private final StackClient client;
  private final Supplier<Optional<Engine>> engines;

  public Lifecycle(
      Display display,
      Installed installed,
      StackClient client,
      Supplier<Optional<Engine>> engines) {
    this.display = display;
    this.installed = installed;
    this.client = client;
    this.engines = engines;
  }

  public static Lifecycle of(Display display, Installed installed) {
    return new Lifecycle(
        display, installed, new StackClient(new HostCommandRunner()), LocalEngine::reach);
  }

  /// Deploys the stack file as it stands, and waits until every service is healthy.
  ///
  /// @return whether anything had to be done
  public boolean start() {
    DeployedMark mark = DeployedMark.ofStack(installed.dir());
    try (Engine engine = Reach.engine(engines)) {
      Health health = health(engine);
      Set<String> before = running(engine, installed.services());
      try (Activity activity = display.begin("Deploy stack")) {
        if (mark.isCurrent() && health.isWhole()) {
          activity.skip("it runs as the stack file says");
          return false;
        }
        client.deploy(installed.dir().stackFile());
        mark.write();
        if (before.isEmpty()) {
          DeployedMark.ofConfiguration(installed.dir()).write();
        }
        activity.done();
      }
      await(health);
      return true;
    }
  }

  /// Removes the stack, and waits until its containers and its network are gone.
  ///
  /// @return whether anything had to be done
  public boolean stop() {
    try (Engine engine = Reach.engine(engines);
        Activity activity = display.begin("Remove stack")) {
      if (isGone(engine)) {
        activity.skip("it does not run");
        return false;
      }
      client.remove();
      if (!Patience.holds(TIME_TO_END, () -> isGone(engine))) {
        throw ProblemKind.NOT_HEALTHY.exception(
            "The stack has not ended after %d s".formatted(TIME_TO_END.toSeconds()),
            "the engine still has containers or the network of it",
            "Look at `docker ps` and `docker network ls`, then run the same command again.");
      }
      activity.done();
      return true;
    }
  }

  /// Replaces the containers of some services, and waits until they are healthy.
  public void restart(Set<String> services) {
    try (Engine engine = Reach.engine(engines)) {
      Set<String> before = running(engine, services);
      try (Activity activity = display.begin("Restart services")) {
        services.forEach(client::restart);
        boolean replaced =
            Patience.holds(
                TIME_TO_END, () -> running(engine, services).stream().noneMatch(before::contains));
        activity.note(String.join(", ", services) + (replaced ? "" : ", not replaced yet"));
        activity.done();
      }
      await(health(engine));
    }
  }

  private Health health(Engine engine) {
    return new Health(engine, installed.services(), installed.application());
  }

  private void await(Health health) {
    try (Activity activity = display.begin("Await health")) {
      health.await(activity);
      activity.done();
    }
  }

  private static Set<String> running(Engine engine, Set<String> services) {
    return engine.tasks(Swarm.STACK).stream()
        .filter(task -> services.contains(task.service()))
        .filter(task -> task.state() instanceof StackTask.State.Running)
        .map(StackTask::id)
        .collect(Collectors.toSet());
  }

  private static boolean isGone(Engine engine) {
    return engine.services(Swarm.STACK).isEmpty()
        && engine.containers(Swarm.STACK).isEmpty()
        && !engine.networks().contains(NETWORK);
  }
}
