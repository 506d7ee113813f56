package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.DeployedMark;
import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.installer.upgrade.KeptVersion;
import com.dataflux.func.platform.display.Activity;
import java.util.Optional;

/// Writes down which version runs, now that it is known to be good, and that the one before is what
/// a rollback goes back to.
final class RecordVersion implements Step {
  @Override
  public String title() {
    return "Record version";
  }

  @Override
  public String intent(InstallPlan plan) {
    return plan.cargo().version();
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    InstalledVersion version = plan.version();
    if (plan.change() == Change.FRESH) {
      DeployedMark.ofConfiguration(plan.dir()).write();
    }
    Optional<KeptVersion> kept = KeptVersion.pending(plan.dir());
    if (kept.isEmpty() && InstalledVersion.of(plan.dir()).equals(Optional.of(version))) {
      return new StepResult.Skipped("it is recorded");
    }
    version.write(plan.dir().toolkit());
    kept.ifPresent(KeptVersion::becomePrevious);
    return new StepResult.Done(version.version());
  }
}
