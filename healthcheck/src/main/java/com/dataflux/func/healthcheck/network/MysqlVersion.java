package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;

/// MySQL is 5.7 or later.
final class MysqlVersion extends Check {
  private final Cause tooOld = fault("too-old");

  MysqlVersion() {
    super("network.mysql-version", Vantage.WORKER, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    String version = Mysql.signedIn(site).variable("version");
    return Mysql.number(version) < 5_007_000 ? tooOld.alone(version) : Verdict.healthy(version);
  }
}
