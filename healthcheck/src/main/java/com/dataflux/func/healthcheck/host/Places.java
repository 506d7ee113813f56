package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.ArrayList;
import java.util.List;

/// The places whose disks fill: install, data, databases and the engine's own directory.
final class Places {
  private static final String ENGINE_DIRECTORY = "/var/lib/docker";

  private Places() {}

  /// Those that exist; the root directory where nothing is installed yet.
  static List<String> of(Site site) {
    List<String> places = new ArrayList<>();
    if (site.installation().isInstalled()) {
      String install = site.installation().directory();
      places.addAll(List.of(install, install + "/data", install + "/mysql", install + "/redis"));
    }
    places.add(engineDirectory(site));
    List<String> existing = places.stream().filter(site.files()::isDirectory).toList();
    return existing.isEmpty() ? List.of("/") : existing;
  }

  private static String engineDirectory(Site site) {
    try {
      return site.engine().info().rootDirectory();
    } catch (Unavailable e) {
      return ENGINE_DIRECTORY;
    }
  }
}
