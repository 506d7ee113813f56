package com.dataflux.func.installer.install;

import com.dataflux.func.platform.display.Activity;

/// One part of carrying out a plan. A step looks at the host first and does only what is missing,
/// so that running it again does no harm.
interface Step {

  /// What the operator sees, in the imperative.
  String title();

  /// What it would do, for a dry run.
  String intent(InstallPlan plan);

  /// @throws com.dataflux.func.platform.ProblemException which counts as `Failed`
  StepResult run(InstallPlan plan, Activity activity);
}
