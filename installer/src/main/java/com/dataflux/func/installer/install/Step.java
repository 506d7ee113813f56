package com.dataflux.func.installer.install;

import com.dataflux.func.platform.display.Activity;

/// One part of carrying out a plan. A step looks at the host first and does only what is missing,
/// so that running it again does no harm.
interface Step {
  /// What an intent begins with where there is nothing to do.
  String NOTHING = "nothing";

  /// What the operator sees, in the imperative.
  String title();

  /// What it would do, for the plan.
  String intent(InstallPlan plan);

  /// @throws com.dataflux.func.platform.ProblemException which counts as `Failed`
  StepResult run(InstallPlan plan, Activity activity);
}
