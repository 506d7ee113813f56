package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.net.URI;

/// Where the application answers on this host.
final class LocalWeb {
  private LocalWeb() {}

  /// @throws Unavailable where nothing is installed
  static int port(Site site) {
    if (!site.installation().isInstalled()) {
      throw new Unavailable("nothing is installed on this host");
    }
    return site.installation().webPort();
  }

  static URI at(Site site, String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port(site), path));
  }
}
