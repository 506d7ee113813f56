package com.dataflux.func.installer.install;

import com.dataflux.func.installer.host.HostFacts;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Installing from end to end: look, verify, decide, do, tell.
public final class Installation {
  private static final Path LOCK = Path.of("/run/dataflux-func.lock");

  private final Display display;
  private final CommandRunner runner;
  private final Supplier<Optional<Engine>> engines;
  private final Carrier carrier;
  private final InstallRecord record;
  private final Lookout lookout;

  Installation(
      Display display,
      CommandRunner runner,
      Supplier<Optional<Engine>> engines,
      Carrier carrier,
      InstallRecord record,
      Lookout lookout) {
    this.display = display;
    this.runner = runner;
    this.engines = engines;
    this.carrier = carrier;
    this.record = record;
    this.lookout = lookout;
  }

  public static Installation onThisHost(Display display) {
    CommandRunner runner = new HostCommandRunner();
    InstallRecord record = InstallRecord.ofHost();
    return new Installation(
        display,
        runner,
        LocalEngine::reach,
        new BundleCarrier(),
        record,
        new HostLookout(runner, LocalEngine::reach, record));
  }

  /// @throws com.dataflux.func.platform.ProblemException for every reason not to go on
  public void run(InstallRequest request) {
    long begun = System.nanoTime();
    Situation situation = look(request);
    try (Carrier.Delivery delivery = carrier.open(request.bundle(), display)) {
      InstallPlan plan = Planner.plan(request, situation, delivery.cargo());
      List<Step> steps = Steps.all(runner, engines, delivery.feed(), record);
      if (request.dryRun()) {
        Report.plan(display, steps, plan);
        return;
      }
      try (HeldLock _ = HeldLock.take(LOCK, "install " + plan.dir())) {
        int changes = new StepRunner(display).run(steps, plan);
        Report.outcome(display, plan, changes, Duration.ofNanos(System.nanoTime() - begun));
      }
    }
  }

  private Situation look(InstallRequest request) {
    try (Activity activity = display.begin("Look at the host")) {
      Situation situation = lookout.look(request.installDir());
      HostFacts host = situation.host();
      if (!host.root()) {
        throw ProblemKind.NOT_ROOT.exception(
            "This must be run as root",
            "it installs an engine and writes to system directories",
            "Run the same command as root, or with sudo.");
      }
      activity.note("%d CPUs, %s".formatted(host.cpus(), Quantity.bytes(host.memoryBytes())));
      activity.done();
      return situation;
    }
  }
}
