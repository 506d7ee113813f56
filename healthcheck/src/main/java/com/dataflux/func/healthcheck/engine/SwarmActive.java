package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineInfo;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// The engine is a manager of a Swarm.
final class SwarmActive extends Check {
  /// Every service would go with the Swarm.
  private static final String LEAVE =
      "services=$(docker service ls -q) || exit 1; if [ \"$services\" ]; then echo 'services run in"
          + " this Swarm, and would be lost' >&2; exit 1; fi; docker swarm leave --force";

  private final Cause inactive =
      fault(
          "inactive",
          (site, finding) ->
              List.of(
                  // As the installer does it: nobody outside needs this Swarm.
                  Run.of(
                          "docker",
                          "swarm",
                          "init",
                          "--advertise-addr",
                          "127.0.0.1",
                          "--listen-addr",
                          "127.0.0.1:2377")
                      .undoneBy("sh", "-c", LEAVE)));
  private final Cause locked = fault("locked");
  private final Cause notManager = fault("not-manager");

  SwarmActive() {
    super("engine.swarm", Vantage.HOST, Section.INSTALL_STOPPED, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    EngineInfo info = site.engine().info();
    if (info.swarmState().equals("locked") || info.swarmState().equals("error")) {
      return locked.alone(info.swarmState());
    }
    if (!info.swarmIsActive()) {
      return inactive.alone(info.swarmState());
    }
    return info.manager() ? Verdict.healthy("active") : notManager.alone();
  }
}
