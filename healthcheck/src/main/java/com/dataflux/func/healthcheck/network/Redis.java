package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.site.RedisView;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;

/// What Redis says, to the checks that ask it.
public final class Redis {
  private Redis() {}

  /// @throws Unavailable where no Redis is configured
  static RedisView view(Site site) {
    return site.fromWorker()
        .redis()
        .orElseThrow(() -> new Unavailable("no Redis is configured yet"));
  }

  /// What it says once it has let us in.
  ///
  /// @throws Unavailable where it did not, which another check finds
  public static RedisView signedIn(Site site) {
    RedisView view = view(site);
    if (!view.answered()) {
      throw new Unavailable("Redis does not let us in: " + view.error());
    }
    return view;
  }

  static long number(RedisView redis, String field) {
    String text = redis.info(field);
    return text.matches("\\d+") ? Long.parseLong(text) : 0;
  }
}
