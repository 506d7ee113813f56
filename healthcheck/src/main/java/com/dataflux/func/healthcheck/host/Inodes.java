package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;

/// The disks can hold more files.
final class Inodes extends Check {
  private final Cause exhausted = fault("exhausted");
  private final Cause low = warning("low");

  Inodes() {
    super("host.inodes", Vantage.HOST, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (FileSystem system : FileSystem.of(site)) {
      if (system.inodes() == 0) {
        continue;
      }
      double free = (double) system.freeInodes() / system.inodes();
      if (free < 0.01) {
        findings.add(exhausted.found(system.place(), system.freeInodes()));
      } else if (free < 0.05) {
        findings.add(low.found(system.place(), system.freeInodes()));
      }
      notes.add("%s: %d".formatted(system.place(), system.freeInodes()));
    }
    return Verdict.of(String.join(", ", notes), findings);
  }
}
