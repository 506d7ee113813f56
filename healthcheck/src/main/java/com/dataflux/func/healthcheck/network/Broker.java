package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation.Connection;
import com.dataflux.func.healthcheck.site.Site;
import java.util.Optional;

/// The MQTT broker, where there is one, lets the application in.
final class Broker extends Check {
  private final Cause refused = fault("refused");
  private final Cause silent = fault("silent");

  Broker() {
    super("network.mqtt", Vantage.WORKER, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    Connection broker = site.installation().connections().mqtt();
    if (!broker.isGiven()) {
      return Verdict.healthy("-");
    }
    Optional<Integer> code = site.fromWorker().mqttCode();
    if (code.isEmpty()) {
      return silent.alone(broker.endpoint());
    }
    return code.get() == 0
        ? Verdict.healthy(broker.endpoint())
        : refused.alone(broker.endpoint(), code.get());
  }
}
