package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.engine.DaemonFile;
import com.dataflux.func.healthcheck.site.Site;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Gives containers the name servers of the host, through the engine's settings.
final class ContainerDns {
  private ContainerDns() {}

  /// Merges into `daemon.json`; every other key stays as it is.
  static List<Change> asOnHost(Site site, Finding finding) {
    List<String> answering =
        site.fromHost().nameServers().entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .filter(server -> !server.startsWith("127."))
            .sorted()
            .toList();
    try {
      ObjectNode settings = DaemonFile.read(site.files());
      if (answering.isEmpty()) {
        settings.remove("dns");
      } else {
        ArrayNode servers = settings.putArray("dns");
        answering.forEach(servers::add);
      }
      return List.of(DaemonFile.write(site.files(), settings), DaemonFile.restart(site));
    } catch (IOException e) {
      return List.of();
    }
  }
}
