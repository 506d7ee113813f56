package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// Nobody but the stack listens on the web port.
final class WebPort extends Check {
  private static final List<String> OURS = List.of("docker-proxy", "dockerd", "rootlessport");

  private final Cause taken = fault("taken");

  WebPort() {
    super("host.port", Vantage.HOST, Section.INSTALL_STOPPED, Section.NOT_REACHABLE);
  }

  @Override
  public Verdict examine(Site site) {
    int port = site.installation().webPort();
    for (String inode : Listeners.on(site.files(), port)) {
      String holder = Listeners.holder(site.files(), inode);
      if (!holder.isEmpty() && OURS.stream().noneMatch(holder::startsWith)) {
        return taken.alone(port, holder);
      }
    }
    return Verdict.healthy(port);
  }
}
