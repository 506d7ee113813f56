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

/// There is as much memory as the install asks for, and some of it is free.
final class Memory extends Check {
  private static final double LEAST_AVAILABLE = 0.04;

  private final Cause tooLittle = warning("too-little");
  private final Cause exhausted = warning("exhausted");

  Memory() {
    super("host.memory", Vantage.HOST, Section.INSTALL_STOPPED, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    MemoryFigures memory = new MemoryFigures(site.files());
    long total = memory.kilobytes("MemTotal");
    long available = memory.kilobytes("MemAvailable");
    List<Finding> findings = new ArrayList<>();
    long wanted = Sizes.of(site).memoryKilobytes();
    if (total < wanted) {
      findings.add(tooLittle.found(bytes(total), bytes(wanted)));
    }
    if (available < total * LEAST_AVAILABLE) {
      findings.add(exhausted.found(bytes(available), bytes(total)));
    }
    return Verdict.of("%s, %s free".formatted(bytes(total), bytes(available)), findings);
  }

  private static String bytes(long kilobytes) {
    return Quantity.bytes(kilobytes * 1024);
  }
}
