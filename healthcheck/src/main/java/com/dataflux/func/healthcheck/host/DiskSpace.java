package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.display.Quantity;
import java.util.ArrayList;
import java.util.List;

/// The disks of install, data and engine have room.
final class DiskSpace extends Check {
  private static final long FULL_BYTES = 200_000_000;
  private static final long LOW_BYTES = 1_500_000_000;

  private final Cause full = fault("full");
  private final Cause low = warning("low");

  DiskSpace() {
    super("host.disk", Vantage.HOST, Section.INSTALL_STOPPED, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (FileSystem system : FileSystem.of(site)) {
      String free = Quantity.bytes(system.free());
      String size = Quantity.bytes(system.size());
      if (system.free() < Math.min(FULL_BYTES, system.size() / 20)) {
        findings.add(full.found(system.place(), free, size));
      } else if (system.free() < Math.min(LOW_BYTES, system.size() / 10)) {
        findings.add(low.found(system.place(), free, size));
      }
      notes.add(system.place() + ": " + free);
    }
    return Verdict.of(String.join(", ", notes), findings);
  }
}
