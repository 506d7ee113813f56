package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import java.util.List;

/// Carries out steps in order and stops at the first that fails.
final class StepRunner {
  private final Display display;

  StepRunner(Display display) {
    this.display = display;
  }

  /// @return how many steps changed something
  int run(List<Step> steps, InstallPlan plan) {
    Journal journal = new Journal(plan.dir());
    int changes = 0;
    for (Step step : steps) {
      if (run(step, plan, journal) instanceof StepResult.Done) {
        changes++;
      }
    }
    return changes;
  }

  private StepResult run(Step step, InstallPlan plan, Journal journal) {
    if (Thread.currentThread().isInterrupted()) {
      throw ProblemKind.INTERRUPTED.exception(
          "Stopped before: " + step.title(),
          "Ctrl-C or SIGTERM",
          "Run the same command again; it carries on from here.");
    }
    try (Activity activity = display.begin(step.title())) {
      journal.begin(step);
      StepResult result = attempt(step, plan, activity);
      journal.end(step, result);
      switch (result) {
        case StepResult.Done(String note) -> {
          activity.note(note);
          activity.done();
        }
        case StepResult.Skipped(String reason) -> activity.skip(reason);
        case StepResult.Failed(var problem) -> throw problem.asException();
      }
      return result;
    }
  }

  private static StepResult attempt(Step step, InstallPlan plan, Activity activity) {
    try {
      return step.run(plan, activity);
    } catch (ProblemException e) {
      return new StepResult.Failed(e.problem());
    }
  }
}
