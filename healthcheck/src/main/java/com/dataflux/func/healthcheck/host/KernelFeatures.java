package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The kernel has what containers and their networks are made of.
final class KernelFeatures extends Check {
  private final Cause lacks = fault("lacks");

  KernelFeatures() {
    super("host.kernel-features", Vantage.HOST, Section.INSTALL_STOPPED, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    KernelModules modules = new KernelModules(site.files());
    List<String> absent = new ArrayList<>();
    for (String module : List.of("overlay", "bridge", "veth", "vxlan")) {
      if (modules.find(module) == KernelModules.Presence.ABSENT) {
        absent.add(module);
      }
    }
    boolean filters =
        Stream.of("nf_tables", "ip_tables")
            .anyMatch(module -> modules.find(module) != KernelModules.Presence.ABSENT);
    if (!filters) {
      absent.add("nf_tables/ip_tables");
    }
    return absent.isEmpty()
        ? Verdict.healthy("overlay, bridge, veth, vxlan")
        : lacks.alone(String.join(", ", absent));
  }
}
