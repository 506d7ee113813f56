package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.RedisView;
import com.dataflux.func.healthcheck.site.Site;

/// Redis lets the application in.
final class RedisSignIn extends Check {
  private final Cause wrongPassword = fault("wrong-password");
  private final Cause passwordMissing = fault("password-missing");
  private final Cause loading = warning("loading");
  private final Cause unreachable = fault("unreachable");
  private final Cause refuses = fault("refuses");

  RedisSignIn() {
    super("network.redis", Vantage.WORKER, Section.RESTART_LOOP, Section.TEST_FUNCTION_SILENT);
  }

  @Override
  public Verdict examine(Site site) {
    RedisView view = Redis.view(site);
    String endpoint = site.installation().connections().redis().endpoint();
    return switch (view.error()) {
      case "" -> Verdict.healthy(view.info("redis_version"));
      case "WRONGPASS" -> wrongPassword.alone(endpoint);
      case "NOAUTH" -> passwordMissing.alone(endpoint);
      case "LOADING" -> loading.alone(endpoint);
      case "UNREACHABLE" -> unreachable.alone(endpoint);
      default -> refuses.alone(endpoint, view.error());
    };
  }
}
