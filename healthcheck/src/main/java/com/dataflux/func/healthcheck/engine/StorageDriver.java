package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// The engine keeps layers by a driver that is quick and kept up.
final class StorageDriver extends Check {
  private static final List<String> GOOD =
      List.of("overlay2", "overlayfs", "btrfs", "zfs", "fuse-overlayfs");

  private final Cause poor = warning("poor");

  StorageDriver() {
    super("engine.storage", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    String driver = site.engine().info().storageDriver();
    return GOOD.contains(driver) ? Verdict.healthy(driver) : poor.alone(driver);
  }
}
