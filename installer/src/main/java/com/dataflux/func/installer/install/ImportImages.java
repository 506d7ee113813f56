package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives the engine the images it lacks.
final class ImportImages implements Step {
  private final Supplier<Optional<Engine>> engines;
  private final ImageFeed feed;

  ImportImages(Supplier<Optional<Engine>> engines, ImageFeed feed) {
    this.engines = engines;
    this.feed = feed;
  }

  @Override
  public String title() {
    return "Import images";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "the layers that the engine lacks";
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    try (Engine engine = Reach.engine(engines)) {
      int sent = feed.feed(engine, plan.stack(), activity);
      return sent == 0
          ? new StepResult.Skipped("the engine has them")
          : new StepResult.Done("%d images".formatted(sent));
    }
  }
}
