package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// Packets between containers pass the host's filters, as the engine expects.
final class BridgeFilter extends Check {
  private static final String SWITCH = "/proc/sys/net/bridge/bridge-nf-call-iptables";

  private final Cause off =
      warning(
          "off",
          (site, finding) -> List.of(turned("1").undoneBy("sh", "-c", "echo 0 > " + SWITCH)));

  BridgeFilter() {
    super("host.bridge-filter", Vantage.HOST, Section.NO_FORWARDING, Section.FIREWALL);
  }

  @Override
  public Verdict examine(Site site) {
    String value = site.files().line(SWITCH);
    return value.equals("0") ? off.alone(SWITCH) : Verdict.healthy(value.isEmpty() ? "-" : value);
  }

  private static Run turned(String value) {
    return Run.of("sh", "-c", "echo %s > %s".formatted(value, SWITCH));
  }
}
