package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.site.MysqlView;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What MySQL says, to the checks that ask it.
final class Mysql {
  private Mysql() {}

  /// @throws Unavailable where no MySQL is configured
  static MysqlView view(Site site) {
    return site.fromWorker()
        .mysql()
        .orElseThrow(() -> new Unavailable("no MySQL is configured yet"));
  }

  /// What it says once it has let us in.
  ///
  /// @throws Unavailable where it did not, which another check finds
  static MysqlView signedIn(Site site) {
    MysqlView view = view(site);
    if (!view.answered()) {
      throw new Unavailable("MySQL does not let us in: error " + view.error());
    }
    return view;
  }

  /// Numbers of a version such as `5.7.22-log`: 5007022.
  static int number(String version) {
    Matcher parts = Pattern.compile("^(\\d+)\\.(\\d+)(?:\\.(\\d+))?").matcher(version);
    if (!parts.find()) {
      return 0;
    }
    int patch = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    return Integer.parseInt(parts.group(1)) * 1_000_000
        + Integer.parseInt(parts.group(2)) * 1000
        + patch;
  }
}
