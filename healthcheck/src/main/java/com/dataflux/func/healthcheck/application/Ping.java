package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Web.Reply;
import com.dataflux.func.healthcheck.site.Web.Unreached;
import java.net.URI;

/// The application's interface answers.
final class Ping extends Check {
  private final Cause failing = fault("failing");
  private final Cause silent = fault("silent");

  Ping() {
    super("application.ping", Vantage.HOST, Section.RESTART_LOOP, Section.NOT_REACHABLE);
  }

  @Override
  public Verdict examine(Site site) {
    URI address = LocalWeb.at(site, "/api/v1/do/ping");
    try {
      Reply reply = site.web().get(address);
      return reply.status() == 200 && reply.body().contains("\"pong\"")
          ? Verdict.healthy("pong")
          : failing.alone(address, reply.status());
    } catch (Unreached e) {
      return silent.alone(address);
    }
  }
}
