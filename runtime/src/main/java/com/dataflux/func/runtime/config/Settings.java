package com.dataflux.func.runtime.config;

import com.dataflux.func.platform.secret.Secret;
import java.time.ZoneId;
import java.util.Map;

/// The configuration in force.
///
/// @param secret from which the key for encrypted values is derived
/// @param custom the keys `CUSTOM_*`, which scripts can read
public record Settings(
    Secret secret,
    ZoneId timezone,
    LogSettings log,
    WebSettings web,
    MysqlSettings mysql,
    RedisSettings redis,
    WorkerSettings worker,
    TimeoutSettings timeouts,
    BackupSettings backup,
    Map<String, Object> custom) {

  public Settings {
    custom = Map.copyOf(custom);
  }

  /// Whether both databases are named; before that only setup can run.
  public boolean isComplete() {
    return mysql.isGiven() && redis.isGiven();
  }
}
