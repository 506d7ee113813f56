package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Reach;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The databases' ports can be reached from inside a worker; for external ones the host is asked
/// too.
final class Endpoints extends Check {
  private final Cause refused = fault("refused");
  private final Cause silent = fault("silent");
  private final Cause onlyFromHost = fault("only-from-host");

  Endpoints() {
    super(
        "network.endpoints",
        Vantage.HOST_AND_WORKER,
        Section.RESTART_LOOP,
        Section.TEST_FUNCTION_SILENT,
        Section.NO_INTERNET);
  }

  @Override
  public Verdict examine(Site site) {
    Map<String, Reach> host = site.fromHost().endpoints();
    List<Finding> findings = new ArrayList<>();
    Map<String, Reach> inside = site.fromWorker().outlook().endpoints();
    inside.forEach(
        (endpoint, reach) -> {
          if (reach.failed() && reach != Reach.UNKNOWN_NAME) {
            findings.add(judge(endpoint, reach, host.getOrDefault(endpoint, reach)));
          }
        });
    return Verdict.of(String.join(", ", inside.keySet()), findings);
  }

  private Finding judge(String endpoint, Reach inside, Reach host) {
    if (!host.failed()) {
      return onlyFromHost.found(endpoint, inside);
    }
    return (inside == Reach.REFUSED ? refused : silent).found(endpoint);
  }
}
