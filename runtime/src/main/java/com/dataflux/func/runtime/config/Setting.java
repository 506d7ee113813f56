package com.dataflux.func.runtime.config;

import static com.dataflux.func.runtime.config.SettingKind.FORMAT;
import static com.dataflux.func.runtime.config.SettingKind.LEVEL;
import static com.dataflux.func.runtime.config.SettingKind.NUMBER;
import static com.dataflux.func.runtime.config.SettingKind.SWITCH;
import static com.dataflux.func.runtime.config.SettingKind.TEXT;
import static com.dataflux.func.runtime.config.SettingKind.ZONE;

/// A key of `user-config.yaml` with its type and default. Seconds where a time is meant.
public enum Setting {
  SECRET(TEXT, ""),
  LOG_LEVEL(LEVEL, "WARNING"),
  LOG_FILE_FORMAT(FORMAT, "text"),
  TIMEZONE(ZONE, "Asia/Shanghai"),
  WEB_BASE_URL(TEXT, ""),
  DB_AUTO_BACKUP_LIMIT(NUMBER, "168"),
  DB_AUTO_BACKUP_PATH(TEXT, "/data/sqldump/"),
  MYSQL_HOST(TEXT, "mysql"),
  MYSQL_PORT(NUMBER, "3306"),
  MYSQL_USER(TEXT, "dataflux_func"),
  MYSQL_PASSWORD(TEXT, ""),
  MYSQL_DATABASE(TEXT, "dataflux_func"),
  REDIS_HOST(TEXT, "redis"),
  REDIS_PORT(NUMBER, "6379"),
  REDIS_DATABASE(NUMBER, "5"),
  REDIS_PASSWORD(TEXT, ""),
  _CRONTAB_AUTO_BACKUP_DB(TEXT, "0 * * * *"),
  _DISABLE_DB_AUTO_BACKUP(SWITCH, "false"),
  /// 0 stands for the default of the worker's queues: 2 for queues 0 and 7 alone, else 5.
  _WORKER_CONCURRENCY(NUMBER, "0"),
  _WORKER_PREFETCH_MULTIPLIER(NUMBER, "10"),
  _WORKER_MAX_TASKS_PER_CHILD(NUMBER, "3000"),
  /// Tasks that may wait in one queue before callers are turned away.
  _WORKER_QUEUE_LIMIT(NUMBER, "10000"),
  /// Megabytes of memory one call may take.
  _FUNC_MEMORY_LIMIT(NUMBER, "1024"),
  _FUNC_TASK_TIMEOUT_DEFAULT(NUMBER, "30"),
  _FUNC_TASK_TIMEOUT_MAX(NUMBER, "3600"),
  _FUNC_TASK_API_TIMEOUT_DEFAULT(NUMBER, "10"),
  _FUNC_TASK_API_TIMEOUT_MAX(NUMBER, "180"),
  _WEB_PORT(NUMBER, "8088"),
  /// Megabytes of a request's body, uploads apart.
  _WEB_BODY_LIMIT(NUMBER, "10"),
  /// Megabytes of a request that uploads files.
  _WEB_UPLOAD_LIMIT(NUMBER, "100"),
  /// Seconds without a request after which a session ends.
  _SESSION_TIMEOUT(NUMBER, "86400"),
  /// Seconds after which an uploaded file is removed.
  _UPLOAD_EXPIRES(NUMBER, "86400"),
  /// Days for which records of tasks and operations are kept.
  _RECORD_EXPIRES(NUMBER, "7");

  private final SettingKind kind;
  private final String defaultValue;

  Setting(SettingKind kind, String defaultValue) {
    this.kind = kind;
    this.defaultValue = defaultValue;
  }

  SettingKind kind() {
    return kind;
  }

  String defaultValue() {
    return defaultValue;
  }
}
