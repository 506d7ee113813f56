package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Card;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;
import java.util.stream.Collectors;

/// Cards that have an address have a cable that carries a signal.
final class Cable extends Check {
  private final Cause cut = fault("cut");

  Cable() {
    super("host.cable", Vantage.HOST, Section.NOT_REACHABLE, Section.NO_INTERNET);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings =
        site.cards().stream()
            .filter(card -> !card.isLoopback() && !card.isOfContainers())
            .filter(card -> !isBridge(site, card))
            .filter(card -> !card.addresses().isEmpty() && !card.connected())
            .map(card -> cut.found(card.name(), String.join(", ", card.addresses())))
            .toList();
    return Verdict.of(
        site.cards().stream()
            .filter(Card::connected)
            .map(Card::name)
            .collect(Collectors.joining(", ")),
        findings);
  }

  /// A bridge has no cable: one of virtual machines is without a signal while none runs.
  private static boolean isBridge(Site site, Card card) {
    return site.files().exists("/sys/class/net/%s/bridge".formatted(card.name()));
  }
}
