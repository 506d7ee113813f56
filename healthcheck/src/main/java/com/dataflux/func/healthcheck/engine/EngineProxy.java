package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Web.Unreached;
import java.net.URI;

/// The engine's proxy, where it has one, can be reached.
final class EngineProxy extends Check {
  private final Cause unreachable = warning("unreachable");

  EngineProxy() {
    super("engine.proxy", Vantage.HOST, Section.NO_INTERNET);
  }

  @Override
  public Verdict examine(Site site) {
    String proxy = site.engine().info().httpProxy();
    if (proxy.isEmpty()) {
      return Verdict.healthy("-");
    }
    String shown = proxy.replaceFirst("//.*@", "//");
    try {
      site.web().get(URI.create(proxy.contains("://") ? proxy : "http://" + proxy));
      return Verdict.healthy(shown);
    } catch (Unreached e) {
      return unreachable.alone(shown);
    }
  }
}
