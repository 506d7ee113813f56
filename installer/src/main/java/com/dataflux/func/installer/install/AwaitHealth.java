package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.Application;
import com.dataflux.func.installer.stack.Health;
import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.StackFile;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.Engine;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Waits until every service runs the image it should, is healthy, and the web port answers.
final class AwaitHealth implements Step {
  private final Supplier<Optional<Engine>> engines;

  AwaitHealth(Supplier<Optional<Engine>> engines) {
    this.engines = engines;
  }

  @Override
  public String title() {
    return "Await health";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "of every service, for %s at most".formatted(Quantity.time(plan.patience()));
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    Set<String> services = StackFile.services(plan.dir().stackFile());
    try (Engine engine = Reach.engine(engines)) {
      Health health = new Health(engine, services, new Application(plan.stack().port()));
      if (health.isWhole()) {
        return new StepResult.Skipped("all %d services are healthy".formatted(services.size()));
      }
      health.await(activity, plan.patience());
      return new StepResult.Done("all %d services".formatted(services.size()));
    }
  }
}
