package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.SwarmState;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes the engine a Swarm of one node where it is in none.
final class InitSwarm implements Step {
  private final Supplier<Optional<Engine>> engines;

  InitSwarm(Supplier<Optional<Engine>> engines) {
    this.engines = engines;
  }

  @Override
  public String title() {
    return "Initialise Swarm";
  }

  @Override
  public String intent(InstallPlan plan) {
    return "unless it is: with the address " + address(plan);
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    try (Engine engine = Reach.engine(engines)) {
      if (engine.swarm() instanceof SwarmState.Manager(var node, var address, int nodes)) {
        return new StepResult.Skipped(
            nodes == 1 ? "the host is in one" : "the host is in one of %d nodes".formatted(nodes));
      }
      engine.initialiseSwarm(address(plan));
      return new StepResult.Done("with the address " + address(plan));
    }
  }

  private static String address(InstallPlan plan) {
    return plan.choices().advertiseAddress().orElse(Swarm.OWN_ADDRESS);
  }
}
