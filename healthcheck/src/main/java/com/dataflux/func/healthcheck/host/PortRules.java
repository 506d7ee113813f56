package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;
import java.util.regex.Pattern;

/// No packet rule of the host turns callers of the web port away.
final class PortRules extends Check {
  private final Cause dropped = fault("dropped", PortRules::allow);

  PortRules() {
    super("host.firewall-rules", Vantage.HOST, Section.FIREWALL);
  }

  @Override
  public Verdict examine(Site site) {
    String port = Integer.toString(site.installation().webPort());
    Pattern closing =
        Pattern.compile(
            "-A .*--dports? (\\S*,)?(%s|8088)(,\\S*)?( .*)? -j (DROP|REJECT).*".formatted(port));
    List<Finding> findings =
        PacketRules.of(site).stream()
            .filter(rule -> closing.matcher(rule).matches())
            .map(rule -> dropped.found(port, rule))
            .toList();
    return Verdict.of(port, findings);
  }

  /// Deletes the rule, and puts it back at an undo.
  private static List<Change> allow(Site site, Finding finding) {
    String rule = finding.values().get(1);
    String[] delete = ("iptables -w " + rule.replaceFirst("^-A", "-D")).split(" ", -1);
    return List.of(
        Run.of(delete).undoneBy(("iptables -w " + rule.replaceFirst("^-A", "-I")).split(" ", -1)));
  }
}
