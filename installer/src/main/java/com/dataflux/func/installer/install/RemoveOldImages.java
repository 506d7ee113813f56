package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.upgrade.KeptVersion;
import com.dataflux.func.installer.upgrade.OldImages;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.templates.Images;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Removes the images of versions before the last good one.
final class RemoveOldImages implements Step {
  private final Supplier<Optional<Engine>> engines;

  RemoveOldImages(Supplier<Optional<Engine>> engines) {
    this.engines = engines;
  }

  @Override
  public String title() {
    return "Remove old images";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "all but those of this version and of the one before";
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    Images carried = plan.cargo().images();
    Set<String> wanted = new HashSet<>(plan.version().references());
    // A newer name of an image that goes on under its old one.
    wanted.addAll(
        List.of(carried.mysql(), carried.redis(), carried.mosquitto(), carried.application()));
    KeptVersion.previous(plan.dir()).ifPresent(kept -> wanted.addAll(kept.references()));
    try (Engine engine = Reach.engine(engines)) {
      int removed = OldImages.remove(engine, wanted);
      return removed == 0
          ? new StepResult.Skipped("there are none")
          : new StepResult.Done("%d images".formatted(removed));
    }
  }
}
