package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The directories that containers see exist on the host.
final class Directories extends Check {
  private final Cause missing =
      fault(
          "missing", (site, finding) -> List.of(new Change.Directory(finding.values().getFirst())));

  Directories() {
    super("stack.directories", Vantage.HOST, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    Set<String> sources = new LinkedHashSet<>();
    site.installation()
        .stack()
        .values()
        .forEach(service -> sources.addAll(service.mounts().values()));
    List<Finding> findings =
        sources.stream()
            .filter(source -> source.startsWith("/") && !site.files().exists(source))
            .map(source -> missing.found(source))
            .toList();
    return Verdict.of(String.join(", ", sources), findings);
  }
}
