package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.Patience;
import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.installer.upgrade.KeptVersion;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.process.CommandRunner;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes and verifies a dump before another version gets at the data. Where the stack was removed
/// before, as the manual used to ask for, the version that was there is started once more.
final class DumpDatabase implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final CommandRunner runner;
  private final Supplier<Optional<Engine>> engines;

  DumpDatabase(CommandRunner runner, Supplier<Optional<Engine>> engines) {
    this.runner = runner;
    this.engines = engines;
  }

  @Override
  public String title() {
    return "Dump database";
  }

  @Override
  public String intent(InstallPlan plan) {
    return plan.change() == Change.UPGRADE
        ? "in the scheduler's container, and check it"
        : "nothing, the version stays";
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    if (plan.change() != Change.UPGRADE) {
      return new StepResult.Skipped("the version stays");
    }
    KeptVersion kept = KeptVersion.pending(plan.dir()).orElseThrow();
    if (kept.dump().isPresent()) {
      return new StepResult.Skipped("an earlier run has made " + kept.dump().get());
    }
    BackupContainer container = new BackupContainer(runner);
    try (Engine engine = Reach.engine(engines)) {
      if (engine.services(Swarm.STACK).isEmpty()) {
        new StackClient(runner).deploy(kept.stackFile());
      }
      // After a power cut, for instance, they are only just starting.
      container.await(engine, kept.stackFile());
    }
    String file = dump(container, activity);
    kept.noteDump(file);
    return new StepResult.Done(file);
  }

  /// The hourly dump may be at work; it is waited for.
  private static String dump(BackupContainer container, Activity activity) {
    return Patience.until(
            LIMIT,
            () -> {
              try {
                return Optional.of(container.dump(activity).toString());
              } catch (ProblemException e) {
                if (e.problem().kind() == ProblemKind.LOCKED) {
                  return Optional.empty();
                }
                throw e;
              }
            })
        .orElseThrow(
            () ->
                ProblemKind.LOCKED.exception(
                    "Another dump is at work for %d minutes".formatted(LIMIT.toMinutes()),
                    "",
                    "Wait until it has ended, then run the same command again."));
  }
}
