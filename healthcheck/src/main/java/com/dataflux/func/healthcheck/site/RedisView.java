package com.dataflux.func.healthcheck.site;

import java.util.Map;

/// What Redis says to the application.
///
/// @param error its first word, such as `NOAUTH` or `WRONGPASS`; empty where it let us in
/// @param info fields of `INFO`, and what `CONFIG GET` tells of `maxmemory-policy` and `appendonly`
/// @param queues length of each work queue
/// @param oldest seconds that the oldest task of each queue waits, where its record says so
/// @param slow commands of the last hour in the slow log
/// @param secondsAhead of the host's clock
public record RedisView(
    String error,
    Map<String, String> info,
    Map<Integer, Long> queues,
    Map<Integer, Long> oldest,
    int slow,
    long secondsAhead) {

  public RedisView {
    info = Map.copyOf(info);
    queues = Map.copyOf(queues);
    oldest = Map.copyOf(oldest);
  }

  public String info(String name) {
    return info.getOrDefault(name, "");
  }

  public boolean answered() {
    return error.isEmpty();
  }
}
