package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.engine.DockerService;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.process.Outcome;
import java.util.ArrayList;
import java.util.List;

/// The engine's packet rules are there, and in the one place where the kernel looks.
final class Iptables extends Check {
  private final Cause absent = fault("absent");
  private final Cause atOdds = warning("at-odds");
  private final Cause flushed =
      fault("flushed", (site, finding) -> List.of(DockerService.restart(site)));

  Iptables() {
    super("host.iptables", Vantage.HOST, Section.FIREWALL, Section.NOT_REACHABLE);
  }

  @Override
  public Verdict examine(Site site) {
    if (!site.hasProgram("iptables")) {
      return absent.alone();
    }
    String version = site.run("iptables", "-V").map(Outcome::out).orElse("").strip();
    List<Finding> findings = new ArrayList<>();
    if (version.contains("nf_tables") && hasOldRules(site)) {
      findings.add(atOdds.found(version));
    }
    boolean running =
        site.files().exists("/var/run/docker.pid") || site.files().exists("/run/docker.pid");
    boolean docker =
        PacketRules.of(site).stream()
            .anyMatch(rule -> rule.startsWith("-A FORWARD") && rule.contains("DOCKER"));
    if (running && !docker) {
      findings.add(flushed.found());
    }
    return Verdict.of(version, findings);
  }

  /// Old tables that are empty, as a look at them leaves them, are at odds with nothing.
  private static boolean hasOldRules(Site site) {
    return !site.files().line("/proc/net/ip_tables_names").isEmpty()
        && site.run("xtables-legacy-multi", "iptables-save").stream()
            .flatMap(saved -> saved.out().lines())
            .anyMatch(line -> line.startsWith("-A ") || line.matches(":\\S+ DROP .*"));
  }
}
