package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.StackFile;
import com.dataflux.func.installer.upgrade.KeptVersion;
import com.dataflux.func.platform.display.Activity;

/// Keeps the files of what runs, so that a change that fails can be taken back.
final class KeepVersion implements Step {
  @Override
  public String title() {
    return "Keep version";
  }

  @Override
  public String intent(InstallPlan plan) {
    return plan.change().canGoBack()
        ? "keep what runs in " + plan.dir().pendingUpgrade()
        : "nothing, there is nothing to go back to";
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    if (!plan.change().canGoBack()) {
      return new StepResult.Skipped("nothing changes that could be taken back");
    }
    if (KeptVersion.pending(plan.dir()).isPresent()) {
      return new StepResult.Skipped("an earlier run has kept it");
    }
    // A file that cannot be deployed is no way back.
    StackFile.services(plan.dir().stackFile());
    return new StepResult.Done("version " + KeptVersion.keep(plan.dir()).version());
  }
}
