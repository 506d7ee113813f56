package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;

/// Where AppArmor is on, its tools are there, without which no container starts.
final class ApplicationArmor extends Check {
  private final Cause parserMissing = fault("parser-missing");

  ApplicationArmor() {
    super("host.apparmor", Vantage.HOST, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    boolean on = site.files().line("/sys/module/apparmor/parameters/enabled").equals("Y");
    return on
            && site.files().exists("/sys/kernel/security/apparmor")
            && !site.hasProgram("apparmor_parser")
        ? parserMissing.alone()
        : Verdict.healthy(on ? "on" : "-");
  }
}
