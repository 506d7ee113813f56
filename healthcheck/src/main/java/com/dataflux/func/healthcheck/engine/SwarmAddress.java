package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineInfo;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.List;

/// The address by which the Swarm knows this host is still one of its addresses.
final class SwarmAddress extends Check {
  private final Cause changed = fault("changed", SwarmAddress::renew);

  SwarmAddress() {
    super("engine.swarm-address", Vantage.HOST, Section.INSTALL_STOPPED, Section.WRONG_ADDRESS);
  }

  @Override
  public Verdict examine(Site site) {
    EngineInfo info = site.engine().info();
    if (!info.swarmIsActive()) {
      throw new Unavailable("the engine is in no Swarm");
    }
    String address = info.swarmAddress();
    boolean known =
        addresses(site).contains(address) || address.isEmpty() || address.startsWith("127.");
    return known
        ? Verdict.healthy(address)
        : changed.alone(address, String.join(", ", addresses(site)));
  }

  private static List<String> addresses(Site site) {
    return site.cards().stream()
        .filter(card -> !card.isLoopback() && !card.isOfContainers())
        .flatMap(card -> card.addresses().stream())
        .map(address -> address.split("/", 2)[0])
        .filter(address -> !address.contains(":"))
        .toList();
  }

  private static List<Change> renew(Site site, Finding finding) {
    List<String> addresses = addresses(site);
    return addresses.isEmpty()
        ? List.of()
        : List.of(
            Run.of(
                "docker",
                "swarm",
                "init",
                "--force-new-cluster",
                "--advertise-addr",
                addresses.getFirst()));
  }
}
