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

  /// Deletes the rule, and puts it back in its place at an undo. Nothing for a rule that turns only
  /// some callers away, by itself or by what is let through before it: without it all were let in.
  private static List<Change> allow(Site site, Finding finding) {
    PacketRule rule = PacketRule.parse(finding.values().get(1));
    List<PacketRule> chain =
        PacketRules.of(site).stream()
            .filter(line -> line.startsWith("-A "))
            .map(PacketRule::parse)
            .filter(each -> each.chain().equals(rule.chain()))
            .toList();
    int place = chain.indexOf(rule);
    boolean spares = place < 0 || chain.subList(0, place).stream().anyMatch(PacketRule::letsPass);
    if (spares || !rule.meansEveryCaller()) {
      return List.of();
    }
    return List.of(Run.of(rule.delete()).undoneBy(rule.insert(place + 1)));
  }
}
