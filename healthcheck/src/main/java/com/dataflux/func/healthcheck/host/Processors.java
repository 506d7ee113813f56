package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;

/// There are as many CPUs as the install asks for.
final class Processors extends Check {
  private final Cause tooFew = warning("too-few");

  Processors() {
    super("host.cpu", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    long count =
        site.files().lines("/proc/cpuinfo").stream()
            .filter(line -> line.startsWith("processor"))
            .count();
    int wanted = Sizes.of(site).processors();
    return count < wanted ? tooFew.alone(count, wanted) : Verdict.healthy(count);
  }
}
