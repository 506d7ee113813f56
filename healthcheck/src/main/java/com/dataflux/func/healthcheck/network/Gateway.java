package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.host.Routes;
import com.dataflux.func.healthcheck.site.Site;

/// The host's gateway, where it has one, answers at the level of the cable.
final class Gateway extends Check {
  private static final String RESOLVED = "0x2";

  private final Cause silent = warning("silent");

  Gateway() {
    super("network.gateway", Vantage.HOST, Section.NO_INTERNET, Section.NOT_REACHABLE);
  }

  @Override
  public Verdict examine(Site site) {
    String gateway = Routes.gateway(site.files());
    for (String line : site.files().lines("/proc/net/arp")) {
      String[] fields = line.split("\\s+", -1);
      if (fields.length > 3
          && fields[0].equals(gateway)
          && !fields[2].equals(RESOLVED)
          && !fields[2].equals("0x6")) {
        return silent.alone(gateway);
      }
    }
    return Verdict.healthy(gateway.isEmpty() ? "-" : gateway);
  }
}
