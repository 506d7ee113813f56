package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Subnet;
import java.util.List;
import java.util.Optional;

/// The host's own networks, those of containers left out.
final class LocalNetworks {
  private LocalNetworks() {}

  static List<Subnet> of(Site site) {
    return site.cards().stream()
        .filter(card -> !card.isLoopback() && !card.isOfContainers())
        .flatMap(card -> card.addresses().stream())
        .flatMap(address -> Subnet.parse(address).stream())
        .toList();
  }

  /// The first of the host's networks that a range overlaps; empty where it overlaps none.
  static Optional<Subnet> overlapping(Site site, String range) {
    return Subnet.parse(range)
        .flatMap(subnet -> of(site).stream().filter(subnet::overlaps).findFirst());
  }
}
