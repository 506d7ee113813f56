package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Card;
import com.dataflux.func.healthcheck.site.Site;

/// Containers send no packets larger than the host's card can pass on.
final class PacketSize extends Check {
  private final Cause smaller = warning("smaller");

  PacketSize() {
    super("host.mtu", Vantage.HOST, Section.NO_INTERNET);
  }

  @Override
  public Verdict examine(Site site) {
    String outward = Routes.defaultCard(site.files());
    int host = mtu(site, outward);
    int containers = mtu(site, "docker_gwbridge");
    return host > 0 && containers > host
        ? smaller.alone(outward, host, containers)
        : Verdict.healthy(host > 0 ? outward + ": " + host : "-");
  }

  private static int mtu(Site site, String name) {
    return site.cards().stream()
        .filter(card -> card.name().equals(name))
        .mapToInt(Card::mtu)
        .findFirst()
        .orElse(0);
  }
}
