package com.dataflux.func.installer.install;

import com.dataflux.func.installer.host.HostFacts;
import com.dataflux.func.installer.stack.Application;
import com.dataflux.func.installer.stack.History;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.RebuildMark;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.installer.upgrade.Away;
import com.dataflux.func.installer.upgrade.GoBack;
import com.dataflux.func.installer.upgrade.KeptVersion;
import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Installing from end to end: look, verify, decide, do, tell.
public final class Installation {
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
        new WarningLookout(new HostLookout(runner, LocalEngine::reach, record), display));
  }

  /// @throws com.dataflux.func.platform.ProblemException for every reason not to go on
  public void run(InstallRequest request) {
    run(request, Optional.empty());
  }

  /// The same as a part of a command that holds the lock already.
  ///
  /// @param held by that command until this has ended
  public void runHolding(HeldLock held, InstallRequest request) {
    run(request, Optional.of(held));
  }

  private void run(InstallRequest request, Optional<HeldLock> held) {
    long begun = System.nanoTime();
    Situation situation = look(request);
    try (Carrier.Delivery delivery = carrier.open(request.bundle(), display)) {
      InstallPlan plan = Planner.plan(request, situation, delivery.cargo());
      List<Step> steps = Steps.all(runner, engines, delivery.feed(), record);
      if (request.dryRun()) {
        Report.plan(display, steps, plan);
        return;
      }
      Report.begin(display, steps, plan);
      if (held.isPresent()) {
        carryOutAndTell(steps, plan, situation, begun);
      } else {
        try (HeldLock _ = HostLock.take("install " + plan.dir())) {
          carryOutAndTell(steps, plan, situation, begun);
          RebuildMark.in(plan.dir()).ifPresent(rebuild -> display.warn(rebuild.giveUp(plan.dir())));
        }
      }
    }
  }

  private void carryOutAndTell(
      List<Step> steps, InstallPlan plan, Situation situation, long begun) {
    Carried carried = carryOut(steps, plan, situation);
    Report.outcome(display, plan, carried, Duration.ofNanos(System.nanoTime() - begun));
  }

  /// What came out of the steps.
  ///
  /// @param changes how many of them changed something
  /// @param away how long an install that was there did not answer meanwhile
  record Carried(int changes, Duration away) {}

  private Carried carryOut(List<Step> steps, InstallPlan plan, Situation situation) {
    History history = new History(plan.dir());
    String before = situation.version().map(InstalledVersion::version).orElse("");
    String action = plan.change().word();
    try (Away away = Away.watch(application(plan.dir()))) {
      int changes = new StepRunner(display).run(steps, plan);
      Duration gap = plan.change().canGoBack() ? away.soFar() : Duration.ZERO;
      if (changes > 0) {
        history.add(History.Entry.now(action, before, plan.cargo().version(), "done", gap));
      }
      return new Carried(changes, gap);
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.INTERRUPTED
          || KeptVersion.pending(plan.dir()).isEmpty()) {
        throw e;
      }
      throw goBack(plan, e);
    }
  }

  private ProblemException goBack(InstallPlan plan, ProblemException cause) {
    KeptVersion kept = KeptVersion.pending(plan.dir()).orElseThrow();
    Problem problem = cause.problem();
    String version = kept.version();
    boolean replaced = isReplaced(kept);
    if (kept.isInPlace() && !replaced) {
      kept.forget();
      return cause;
    }
    display.warn(problem);
    new GoBack(display, runner, engines, plan.dir(), () -> application(plan.dir()))
        .to(kept, replaced ? kept.dump() : Optional.empty());
    new History(plan.dir())
        .add(
            History.Entry.now(
                plan.change().word(),
                version,
                plan.cargo().version(),
                "went back: " + problem.what(),
                Duration.ZERO));
    kept.forget();
    return ProblemKind.WENT_BACK
        .problem(
            "The change failed; %s runs again as before".formatted(version),
            problem.what() + (problem.why().isEmpty() ? "" : ": " + problem.why()),
            problem.next())
        .asException(cause);
  }

  /// Whether any service runs another image already, and may have changed the data.
  private boolean isReplaced(KeptVersion kept) {
    try (Engine engine = Reach.engine(engines)) {
      return engine.services(Swarm.STACK).stream()
          .anyMatch(service -> !kept.references().contains(service.image()));
    }
  }

  private static Application application(InstallDir dir) {
    return new Application(new RecordedChoices(dir).read().port().orElse(Port.WEB));
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
