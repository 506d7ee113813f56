package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Reach;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Web.Reply;
import com.dataflux.func.healthcheck.site.Web.Unreached;
import java.net.URI;

/// The web port answers with the redirect to the pages.
final class RootPage extends Check {
  private final Cause refused = fault("refused");
  private final Cause silent = fault("silent");
  private final Cause foreign = fault("foreign");

  RootPage() {
    super("application.root", Vantage.HOST, Section.RESTART_LOOP, Section.NOT_REACHABLE);
  }

  @Override
  public Verdict examine(Site site) {
    URI address = URI.create("http://127.0.0.1:%d/".formatted(LocalWeb.port(site)));
    try {
      Reply reply = site.web().get(address);
      boolean ours = reply.status() == 302 && reply.location().endsWith("/client-app");
      return ours ? Verdict.healthy(address) : foreign.alone(address, reply.status());
    } catch (Unreached e) {
      return (e.how() == Reach.REFUSED ? refused : silent).alone(address);
    }
  }
}
