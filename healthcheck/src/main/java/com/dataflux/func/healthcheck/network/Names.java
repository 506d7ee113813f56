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

/// The names in the configuration have addresses, on the host and inside a worker.
final class Names extends Check {
  private final Cause nowhere = fault("nowhere");
  private final Cause notInWorker = fault("not-in-worker", ContainerDns::asOnHost);

  Names() {
    super(
        "network.names",
        Vantage.HOST_AND_WORKER,
        Section.NO_INTERNET,
        Section.RESTART_LOOP,
        Section.WRONG_ADDRESS);
  }

  @Override
  public Verdict examine(Site site) {
    Map<String, Boolean> inside = site.fromWorker().outlook().names();
    Map<String, Boolean> host = site.fromHost().names();
    List<Finding> findings = new ArrayList<>();
    inside.forEach(
        (name, known) -> {
          if (!known) {
            boolean onHost = host.getOrDefault(name, false);
            findings.add(onHost ? notInWorker.found(name) : nowhere.found(name));
          }
        });
    return Verdict.of(String.join(", ", inside.keySet()), findings);
  }
}
