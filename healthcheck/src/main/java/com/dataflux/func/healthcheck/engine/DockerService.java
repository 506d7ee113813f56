package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.site.Site;

/// The engine as a service of the host: of systemd where it runs, of an init script elsewhere.
public final class DockerService {
  private DockerService() {}

  public static Run start(Site site) {
    return run(site, "start").undoneBy(argv(site, "stop"));
  }

  public static Run restart(Site site) {
    return run(site, "restart");
  }

  private static Run run(Site site, String verb) {
    return Run.of(argv(site, verb));
  }

  private static String[] argv(Site site, String verb) {
    return site.hasSystemd()
        ? new String[] {"systemctl", verb, "docker"}
        : new String[] {"/etc/init.d/docker", verb};
  }
}
