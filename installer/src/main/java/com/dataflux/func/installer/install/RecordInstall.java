package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.platform.display.Activity;

/// Writes down where the install is and with which options, for later runs.
final class RecordInstall implements Step {
  private final InstallRecord record;

  RecordInstall(InstallRecord record) {
    this.record = record;
  }

  @Override
  public String title() {
    return "Record install";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "the directory and the options";
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    RecordedChoices choices = new RecordedChoices(plan.dir());
    if (record.says(plan.dir()) && choices.says(plan.choices())) {
      return new StepResult.Skipped("they are recorded");
    }
    choices.write(plan.choices());
    record.write(plan.dir());
    return new StepResult.Done(plan.dir().toString());
  }
}
