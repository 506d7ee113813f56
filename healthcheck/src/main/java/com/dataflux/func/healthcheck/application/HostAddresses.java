package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Web.Unreached;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// The pages are reached by every address of the host, not by 127.0.0.1 alone.
final class HostAddresses extends Check {
  private final Cause unreachable = fault("unreachable");

  HostAddresses() {
    super(
        "application.addresses",
        Vantage.HOST,
        Section.NOT_REACHABLE,
        Section.FIREWALL,
        Section.WRONG_ADDRESS);
  }

  @Override
  public Verdict examine(Site site) {
    List<String> addresses =
        site.cards().stream()
            .filter(card -> !card.isLoopback() && !card.isOfContainers())
            .flatMap(card -> card.addresses().stream())
            .map(address -> address.split("/", 2)[0])
            .filter(address -> !address.contains(":"))
            .toList();
    int port = LocalWeb.port(site);
    List<Finding> findings = new ArrayList<>();
    for (String address : addresses) {
      try {
        site.web().get(URI.create("http://%s:%d/api/v1/do/ping".formatted(address, port)));
      } catch (Unreached e) {
        findings.add(unreachable.found(address, port));
      }
    }
    return Verdict.of(addresses.isEmpty() ? "-" : String.join(", ", addresses), findings);
  }
}
