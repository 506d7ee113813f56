package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.site.Site;

/// Docker as the snap shop delivers it.
final class Snap {
  private Snap() {}

  static boolean has(Site site) {
    return site.files().exists("/var/snap/docker")
        || site.files().exists("/snap/docker")
        || site.files().exists("/snap/bin/docker");
  }
}
