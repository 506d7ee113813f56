package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;
import java.util.stream.Stream;

/// ufw, where it is on, lets callers reach the web port.
final class Ufw extends Check {
  private final Cause closed =
      warning(
          "closed",
          (site, finding) -> {
            String port = finding.values().getFirst() + "/tcp";
            return List.of(Run.of("ufw", "allow", port).undoneBy("ufw", "delete", "allow", port));
          });

  Ufw() {
    super("host.ufw", Vantage.HOST, Section.FIREWALL);
  }

  @Override
  public Verdict examine(Site site) {
    if (!site.files().lines("/etc/ufw/ufw.conf").contains("ENABLED=yes")) {
      return Verdict.healthy("-");
    }
    int port = site.installation().webPort();
    boolean allowed =
        Stream.of("/etc/ufw/user.rules", "/lib/ufw/user.rules")
            .flatMap(file -> site.files().lines(file).stream())
            .anyMatch(line -> line.matches("### tuple ### allow (any|tcp) %d .*".formatted(port)));
    return allowed ? Verdict.healthy(port) : closed.alone(port);
  }
}
