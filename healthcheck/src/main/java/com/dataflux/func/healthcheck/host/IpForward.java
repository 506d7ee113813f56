package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// The kernel passes packets on between its networks.
final class IpForward extends Check {
  private static final String SWITCH = "/proc/sys/net/ipv4/ip_forward";
  private static final String KEPT = "/etc/sysctl.d/90-dataflux-func.conf";

  private final Cause off = fault("off", (site, finding) -> turnOn());

  IpForward() {
    super("host.ip-forward", Vantage.HOST, Section.NO_FORWARDING);
  }

  @Override
  public Verdict examine(Site site) {
    String value = site.files().line(SWITCH);
    return value.equals("1") ? Verdict.healthy("1") : off.alone(value);
  }

  private static List<Change> turnOn() {
    return List.of(
        Run.of("sh", "-c", "echo 1 > " + SWITCH).undoneBy("sh", "-c", "echo 0 > " + SWITCH),
        new Change.Write(KEPT, "net.ipv4.ip_forward = 1\n", "rw-r--r--"));
  }
}
