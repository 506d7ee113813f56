package com.dataflux.func.runtime.beat;

import com.dataflux.func.runtime.store.Redis;
import java.time.Duration;
import java.util.UUID;

/// Makes sure that of several schedulers one is active. The lease is renewed every second and ends
/// by itself when its holder dies.
final class Lease {
  private static final String NAME = "beat-lease";
  private static final Duration LIFETIME = Duration.ofSeconds(5);

  private final Redis redis;
  private final String holder = UUID.randomUUID().toString();

  Lease(Redis redis) {
    this.redis = redis;
  }

  /// Takes or renews the lease; false where another holds it.
  boolean hold() {
    return redis.hold(NAME, holder, LIFETIME);
  }

  void release() {
    var _ = redis.removeIf(NAME, holder);
  }
}
