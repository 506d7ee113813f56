package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/// The engine does not try to keep containers without itself, which Swarm forbids.
final class LiveRestore extends Check {
  private final Cause on = fault("on", LiveRestore::turnOff);

  LiveRestore() {
    super("engine.live-restore", Vantage.HOST, Section.INSTALL_STOPPED, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    try {
      JsonNode asked = DaemonFile.read(site.files()).path("live-restore");
      return asked.asBoolean() || running(site) ? on.alone() : Verdict.healthy("off");
    } catch (IOException e) {
      throw new Unavailable("daemon.json is not JSON");
    }
  }

  private static boolean running(Site site) {
    try {
      return site.engine().info().liveRestore();
    } catch (Unavailable e) {
      return false;
    }
  }

  private static List<Change> turnOff(Site site, Finding finding) {
    try {
      ObjectNode settings = DaemonFile.read(site.files());
      settings.remove("live-restore");
      return List.of(DaemonFile.write(site.files(), settings), DaemonFile.restart(site));
    } catch (IOException e) {
      return List.of();
    }
  }
}
