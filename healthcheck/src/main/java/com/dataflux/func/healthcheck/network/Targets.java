package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Reach;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;

/// What the operator named is reached, from the host and from inside a worker.
final class Targets extends Check {
  private final Cause fromNeither = fault("from-neither");
  private final Cause onlyFromHost = fault("only-from-host", Targets::giveNames);
  private final Cause onlyFromWorker = warning("only-from-worker");

  Targets() {
    super("network.targets", Vantage.HOST_AND_WORKER, Section.NO_INTERNET);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    for (String target : site.targets()) {
      Reach host = site.fromHost().targets().getOrDefault(target, Reach.SILENT);
      Reach worker = site.fromWorker().outlook().targets().getOrDefault(target, Reach.SILENT);
      if (host.failed() && worker.failed()) {
        findings.add(fromNeither.found(target, host, worker));
      } else if (worker.failed()) {
        findings.add(onlyFromHost.found(target, worker));
      } else if (host.failed()) {
        findings.add(onlyFromWorker.found(target, host));
      }
    }
    return Verdict.of(site.targets().isEmpty() ? "-" : String.join(", ", site.targets()), findings);
  }

  /// Name servers help a name that is not known, not a packet that is dropped.
  private static List<Change> giveNames(Site site, Finding finding) {
    String host = finding.values().getFirst().replaceFirst("^\\w+://", "").split("[/:]", 2)[0];
    return host.matches(".*[a-zA-Z].*") ? ContainerDns.asOnHost(site, finding) : List.of();
  }
}
