package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.MalformedYaml;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// The stack file is there and parses.
final class StackFile extends Check {
  private final Cause missing = fault("missing", StackFile::restore);
  private final Cause malformed = fault("malformed");
  private final Cause empty = fault("empty");

  StackFile() {
    super("stack.file", Vantage.HOST, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    String path = site.installation().stackPath();
    if (!site.files().exists(path)) {
      return missing.alone(path);
    }
    try {
      int services = site.installation().stack().size();
      return services == 0 ? empty.alone(path) : Verdict.healthy(services);
    } catch (MalformedYaml e) {
      return malformed.alone(path, e.line(), e.column(), e.problem());
    }
  }

  private static List<Change> restore(Site site, Finding finding) {
    String example = site.installation().directory() + "/docker-stack.example.yaml";
    return site.files()
        .text(example)
        .map(
            text ->
                List.<Change>of(new Change.Write(finding.values().getFirst(), text, "rw-------")))
        .orElse(List.of());
  }
}
