package com.dataflux.func.platform.settings;

import static com.dataflux.func.platform.settings.Reader.BEAT;
import static com.dataflux.func.platform.settings.Reader.SERVER;
import static com.dataflux.func.platform.settings.Reader.WORKER;
import static com.dataflux.func.platform.settings.SettingKind.COMPRESSION;
import static com.dataflux.func.platform.settings.SettingKind.FORMAT;
import static com.dataflux.func.platform.settings.SettingKind.LEVEL;
import static com.dataflux.func.platform.settings.SettingKind.NUMBER;
import static com.dataflux.func.platform.settings.SettingKind.SWITCH;
import static com.dataflux.func.platform.settings.SettingKind.TEXT;
import static com.dataflux.func.platform.settings.SettingKind.ZONE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A key of `user-config.yaml` with its type, its default and who reads it. Seconds where a time is
/// meant.
public enum Setting {
  SECRET(TEXT, ""),
  LOG_LEVEL(LEVEL, "WARNING"),
  LOG_FILE_FORMAT(FORMAT, "text"),
  TIMEZONE(ZONE, "Asia/Shanghai"),
  WEB_BASE_URL(TEXT, "", SERVER),
  DB_AUTO_BACKUP_LIMIT(NUMBER, "168", BEAT),
  DB_AUTO_BACKUP_PATH(TEXT, "/data/sqldump/", BEAT),
  /// Megabytes that the hourly dumps may have together; 0 for any number.
  DB_AUTO_BACKUP_SIZE_LIMIT(NUMBER, "0", BEAT),
  DB_AUTO_BACKUP_COMPRESSION(COMPRESSION, "none", BEAT),
  /// Dumps are encrypted with it where it is not empty.
  DB_AUTO_BACKUP_PASSWORD(TEXT, "", BEAT),
  /// A program of the container, called after each hourly dump and each trial.
  DB_AUTO_BACKUP_HOOK(TEXT, "", BEAT),
  MYSQL_HOST(TEXT, "mysql"),
  MYSQL_PORT(NUMBER, "3306"),
  MYSQL_USER(TEXT, "dataflux_func"),
  MYSQL_PASSWORD(TEXT, ""),
  MYSQL_DATABASE(TEXT, "dataflux_func"),
  REDIS_HOST(TEXT, "redis"),
  REDIS_PORT(NUMBER, "6379"),
  /// Empty for the default user, the only one before Redis 6.
  REDIS_USER(TEXT, ""),
  REDIS_PASSWORD(TEXT, ""),
  REDIS_DATABASE(NUMBER, "5"),
  _CRONTAB_AUTO_BACKUP_DB(TEXT, "0 * * * *", BEAT),
  _DISABLE_DB_AUTO_BACKUP(SWITCH, "false", BEAT),
  _CRONTAB_DB_BACKUP_TRIAL(TEXT, "30 3 * * *", BEAT),
  _DISABLE_DB_BACKUP_TRIAL(SWITCH, "false", BEAT),
  /// 0 stands for the default of the worker's queues: 2 for queues 0 and 7 alone, else 5.
  _WORKER_CONCURRENCY(NUMBER, "0", WORKER),
  _WORKER_PREFETCH_MULTIPLIER(NUMBER, "10", WORKER),
  _WORKER_MAX_TASKS_PER_CHILD(NUMBER, "3000", WORKER),
  /// Tasks that may wait in one queue before callers are turned away.
  _WORKER_QUEUE_LIMIT(NUMBER, "10000"),
  /// Megabytes of memory one call may take.
  _FUNC_MEMORY_LIMIT(NUMBER, "1024", WORKER),
  _FUNC_TASK_TIMEOUT_DEFAULT(NUMBER, "30"),
  _FUNC_TASK_TIMEOUT_MAX(NUMBER, "3600"),
  _FUNC_TASK_API_TIMEOUT_DEFAULT(NUMBER, "10", SERVER),
  _FUNC_TASK_API_TIMEOUT_MAX(NUMBER, "180", SERVER),
  _WEB_PORT(NUMBER, "8088", SERVER),
  /// Megabytes of a request's body, uploads apart.
  _WEB_BODY_LIMIT(NUMBER, "10", SERVER),
  /// Megabytes of a request that uploads files.
  _WEB_UPLOAD_LIMIT(NUMBER, "100", SERVER),
  /// Seconds without a request after which a session ends.
  _SESSION_TIMEOUT(NUMBER, "86400", SERVER),
  /// Seconds after which an uploaded file is removed.
  _UPLOAD_EXPIRES(NUMBER, "86400", BEAT),
  /// Days for which records of tasks and operations are kept.
  _RECORD_EXPIRES(NUMBER, "7", BEAT);

  /// Keys that begin so belong to scripts, and may have any value.
  public static final String CUSTOM_PREFIX = "CUSTOM_";

  private final SettingKind kind;
  private final String defaultValue;

  @SuppressWarnings("ImmutableEnumChecker") // As Set.of makes them.
  private final Set<Reader> readers;

  /// Without readers, every service reads it.
  Setting(SettingKind kind, String defaultValue, Reader... readers) {
    this.kind = kind;
    this.defaultValue = defaultValue;
    this.readers = Set.of(readers.length == 0 ? Reader.values() : readers);
  }

  public SettingKind kind() {
    return kind;
  }

  public String defaultValue() {
    return defaultValue;
  }

  public Set<Reader> readers() {
    return readers;
  }

  /// Whether the value is to be kept from other people's eyes.
  public boolean isSecret() {
    return this == SECRET
        || this == MYSQL_PASSWORD
        || this == REDIS_PASSWORD
        || this == DB_AUTO_BACKUP_PASSWORD;
  }

  public static Optional<Setting> named(String key) {
    return Arrays.stream(values()).filter(setting -> setting.name().equals(key)).findFirst();
  }

  /// The key that a mistyped one was probably meant to be.
  public static String nearestTo(String mistyped) {
    List<String> names = Arrays.stream(values()).map(Setting::name).toList();
    return Nearest.to(mistyped, names);
  }
}
