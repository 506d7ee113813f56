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
import com.dataflux.func.platform.process.Outcome;
import java.util.List;

/// firewalld, where it runs, lets callers reach the web port.
final class Firewalld extends Check {
  private final Cause closed = warning("closed", Firewalld::open);

  Firewalld() {
    super("host.firewalld", Vantage.HOST, Section.FIREWALL);
  }

  @Override
  public Verdict examine(Site site) {
    if (!site.hasProgram("firewall-cmd") || !succeeds(site, "--state")) {
      return Verdict.healthy("-");
    }
    int port = site.installation().webPort();
    return succeeds(site, "--query-port=%d/tcp".formatted(port))
        ? Verdict.healthy(port)
        : closed.alone(port);
  }

  private static boolean succeeds(Site site, String argument) {
    return site.run("firewall-cmd", argument).map(Outcome::succeeded).orElse(false);
  }

  private static List<Change> open(Site site, Finding finding) {
    String port = finding.values().getFirst() + "/tcp";
    return List.of(
        Run.of("firewall-cmd", "--add-port=" + port)
            .undoneBy("firewall-cmd", "--remove-port=" + port),
        Run.of("firewall-cmd", "--permanent", "--add-port=" + port)
            .undoneBy("firewall-cmd", "--permanent", "--remove-port=" + port));
  }
}
