package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.StackService;

/// The web pages' port is published at all.
final class PortPublished extends Check {
  private final Cause unpublished = fault("unpublished");

  PortPublished() {
    super("stack.port", Vantage.HOST, Section.FIREWALL);
  }

  @Override
  public Verdict examine(Site site) {
    StackService server = site.installation().stack().get("server");
    return server == null || server.ports().isEmpty()
        ? unpublished.alone(site.installation().stackPath())
        : Verdict.healthy(
            server.ports().getFirst().published() + ":" + server.ports().getFirst().target());
  }
}
