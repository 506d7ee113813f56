package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.site.MalformedYaml;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;

/// What an install asks of its host.
///
/// @param memoryKilobytes a little less than the nominal size, of which the kernel keeps a part
record Sizes(int processors, long memoryKilobytes) {
  static final Sizes FULL = new Sizes(2, 3_600_000);
  static final Sizes MINI = new Sizes(1, 1_700_000);

  static Sizes of(Site site) {
    try {
      return site.installation().isInstalled() && site.installation().isMini() ? MINI : FULL;
    } catch (Unavailable | MalformedYaml e) {
      return FULL;
    }
  }
}
