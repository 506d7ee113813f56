package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.io.IOException;

/// `daemon.json` is one that the engine can start with.
final class EngineSettings extends Check {
  private final Cause malformed = fault("malformed");

  EngineSettings() {
    super("engine.settings", Vantage.HOST, Section.ENGINE_DNS, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    try {
      return Verdict.healthy(DaemonFile.read(site.files()).size() + " keys");
    } catch (IOException e) {
      return malformed.alone(
          DaemonFile.PATH, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }
}
