package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Card;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.List;

/// The host's address to the Swarm is not a matter of chance.
final class SeveralCards extends Check {
  private final Cause several = warning("several");

  SeveralCards() {
    super("host.cards", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    List<String> addressed =
        site.cards().stream()
            .filter(
                card -> !card.isLoopback() && !card.isOfContainers() && !card.addresses().isEmpty())
            .map(Card::name)
            .toList();
    return addressed.size() > 1 && !inSwarm(site)
        ? several.alone(String.join(", ", addressed))
        : Verdict.healthy(String.join(", ", addressed));
  }

  private static boolean inSwarm(Site site) {
    try {
      return site.engine().info().swarmIsActive();
    } catch (Unavailable e) {
      return false;
    }
  }
}
