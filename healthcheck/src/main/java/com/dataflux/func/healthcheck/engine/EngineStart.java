package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// The engine comes back by itself after a reboot.
final class EngineStart extends Check {
  private final Cause disabled =
      warning(
          "disabled",
          (site, finding) ->
              List.of(
                  Run.of("systemctl", "enable", "docker")
                      .undoneBy("systemctl", "disable", "docker")));

  EngineStart() {
    super("engine.start", Vantage.HOST, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    if (!site.hasSystemd()) {
      return Verdict.healthy("-");
    }
    boolean enabled =
        site.files().list("/etc/systemd/system").stream()
            .filter(directory -> directory.endsWith(".wants"))
            .flatMap(directory -> site.files().list("/etc/systemd/system/" + directory).stream())
            .anyMatch(unit -> unit.equals("docker.service") || unit.equals("docker.socket"));
    return enabled ? Verdict.healthy("enabled") : disabled.alone();
  }
}
