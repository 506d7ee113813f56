package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineService;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// The kernel has IPVS where the stack's services need it.
final class VirtualServer extends Check {
  private final Cause lacks = fault("lacks");

  VirtualServer() {
    super("host.ipvs", Vantage.HOST, Section.NO_CONTAINER, Section.NOT_REACHABLE);
  }

  @Override
  public Verdict examine(Site site) {
    List<String> needing =
        site.engine().services().stream()
            .filter(EngineService::virtualAddress)
            .map(EngineService::name)
            .toList();
    boolean absent =
        !site.files().exists("/proc/net/ip_vs")
            && new KernelModules(site.files()).find("ip_vs") != KernelModules.Presence.PRESENT;
    return absent && !needing.isEmpty()
        ? lacks.alone(String.join(", ", needing))
        : Verdict.healthy(needing.isEmpty() ? "-" : "ip_vs");
  }
}
