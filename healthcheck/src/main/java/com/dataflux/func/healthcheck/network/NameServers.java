package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Each configured name server answers, asked from the host and from inside a worker.
final class NameServers extends Check {
  private final Cause silentOnHost = warning("silent-on-host");
  private final Cause silentInWorker = fault("silent-in-worker", ContainerDns::asOnHost);

  NameServers() {
    super("network.name-servers", Vantage.HOST_AND_WORKER, Section.NO_INTERNET, Section.ENGINE_DNS);
  }

  @Override
  public Verdict examine(Site site) {
    Map<String, Boolean> host = site.fromHost().nameServers();
    List<Finding> findings = new ArrayList<>();
    host.forEach(
        (server, answers) -> {
          if (!answers) {
            findings.add(silentOnHost.found(server));
          }
        });
    // Where the host has no name server that answers, containers cannot have one either.
    boolean hostIsServed = host.containsValue(true);
    site.fromWorker()
        .outlook()
        .nameServers()
        .forEach(
            (server, answers) -> {
              if (!answers && hostIsServed) {
                findings.add(silentInWorker.found(server, String.join(", ", host.keySet())));
              }
            });
    return Verdict.of(host.isEmpty() ? "-" : String.join(", ", host.keySet()), findings);
  }
}
