package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.List;

/// There is an engine, it runs, and it answers us.
final class EnginePresent extends Check {
  /// The engine of a bundle lies apart from where programs are looked for.
  private static final List<String> TRACES =
      List.of("/run/docker.sock", "/etc/systemd/system/docker.service", "/etc/init.d/docker");

  private final Cause absent = fault("absent");
  private final Cause stopped =
      fault("stopped", (site, finding) -> List.of(DockerService.start(site)));

  EnginePresent() {
    super("engine.present", Vantage.HOST, Section.INSTALL_STOPPED, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    if (!site.hasProgram("dockerd")
        && !Snap.has(site)
        && TRACES.stream().noneMatch(site.files()::exists)) {
      return absent.alone();
    }
    try {
      return Verdict.healthy(site.engine().info().version());
    } catch (Unavailable e) {
      return Verdict.of("", List.of(stopped.found(e.reason())));
    }
  }
}
