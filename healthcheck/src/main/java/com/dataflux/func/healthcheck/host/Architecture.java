package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.process.Outcome;
import java.util.List;

/// The processor is one that bundles are built for.
final class Architecture extends Check {
  private static final List<String> BUILT_FOR = List.of("x86_64", "aarch64");

  private final Cause unsupported = fault("unsupported");

  Architecture() {
    super("host.architecture", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    String machine = site.run("uname", "-m").map(Outcome::out).orElse("").strip();
    return BUILT_FOR.contains(machine) ? Verdict.healthy(machine) : unsupported.alone(machine);
  }
}
