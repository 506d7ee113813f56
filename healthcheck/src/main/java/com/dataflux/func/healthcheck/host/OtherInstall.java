package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation;
import com.dataflux.func.healthcheck.site.Site;

/// There is one install on the host, not two.
final class OtherInstall extends Check {
  private final Cause second = warning("second");

  OtherInstall() {
    super("host.other-install", Vantage.HOST, Section.INSTALL_DIRECTORY);
  }

  @Override
  public Verdict examine(Site site) {
    String recorded = site.installation().directory();
    boolean both =
        !recorded.equals(Installation.DEFAULT_DIRECTORY)
            && site.files().exists(Installation.DEFAULT_DIRECTORY + "/docker-stack.yaml");
    return both
        ? second.alone(recorded, Installation.DEFAULT_DIRECTORY)
        : Verdict.healthy(recorded);
  }
}
