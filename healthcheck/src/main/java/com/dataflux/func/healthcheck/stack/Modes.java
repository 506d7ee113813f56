package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;
import java.util.stream.Stream;

/// Files that hold passwords are readable for their owner only.
final class Modes extends Check {
  private final Cause readable =
      warning(
          "readable",
          (site, finding) -> List.of(new Change.Mode(finding.values().getFirst(), "rw-------")));

  Modes() {
    super("stack.modes", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    Installation installation = site.installation();
    List<Finding> findings =
        Stream.of(
                installation.stackPath(),
                installation.directory() + "/docker-stack.example.yaml",
                installation.configurationPath(),
                installation.data() + "/setup-code")
            .filter(site.files()::isFile)
            .filter(path -> !site.files().mode(path).endsWith("------"))
            .map(path -> readable.found(path, site.files().mode(path)))
            .toList();
    return Verdict.of("rw-------", findings);
  }
}
