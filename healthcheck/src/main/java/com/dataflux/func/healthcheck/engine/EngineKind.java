package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineInfo;
import com.dataflux.func.healthcheck.site.Site;

/// The engine is neither snap's nor rootless.
final class EngineKind extends Check {
  private final Cause snap = fault("snap");
  private final Cause rootless = fault("rootless");

  EngineKind() {
    super(
        "engine.kind",
        Vantage.HOST,
        Section.INTRODUCTION,
        Section.INSTALL_STOPPED,
        Section.SNAP,
        Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    if (Snap.has(site)) {
      return snap.alone();
    }
    EngineInfo info = site.engine().info();
    if (info.rootDirectory().startsWith("/var/snap/")) {
      return snap.alone();
    }
    return info.security().contains("name=rootless")
        ? rootless.alone()
        : Verdict.healthy(info.rootDirectory());
  }
}
