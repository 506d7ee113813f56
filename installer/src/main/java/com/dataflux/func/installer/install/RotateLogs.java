package com.dataflux.func.installer.install;

import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.Templates;
import java.nio.file.Path;

/// Tells logrotate of the application's log.
final class RotateLogs implements Step {
  private final Path file;
  private final Templates templates;

  RotateLogs(Path file, Templates templates) {
    this.file = file;
    this.templates = templates;
  }

  @Override
  public String title() {
    return "Rotate logs";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "write " + file;
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    return Texts.put(file, templates.logrotate(plan.dir()), AtomicFile.READABLE);
  }
}
