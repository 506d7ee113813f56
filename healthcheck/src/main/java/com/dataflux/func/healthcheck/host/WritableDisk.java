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

/// The directories of the install can be written to.
final class WritableDisk extends Check {
  private final Cause readOnly = fault("read-only");

  WritableDisk() {
    super("host.read-only", Vantage.HOST, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    for (String place : Places.of(site)) {
      String[] mount = mountOf(site, place);
      if (mount.length > 3 && List.of(mount[3].split(",", -1)).contains("ro")) {
        findings.add(readOnly.found(place, mount[1]));
      }
    }
    return Verdict.of("rw", findings);
  }

  /// The line of `/proc/mounts` for the file system that a place lies on.
  private static String[] mountOf(Site site, String place) {
    String[] best = {};
    for (String line : site.files().lines("/proc/mounts")) {
      String[] fields = line.split(" ", -1);
      String point = fields.length > 3 ? fields[1].replace("\\040", " ") : "?";
      boolean holds = point.equals("/") || place.equals(point) || place.startsWith(point + "/");
      if (holds && (best.length == 0 || point.length() >= best[1].length())) {
        best = fields;
      }
    }
    return best;
  }
}
