package com.dataflux.func.runtime.config;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.platform.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/// Sorts checked values into the records that the services read.
record SettingsAssembly(Map<Setting, Object> values, Map<String, Object> custom) {
  private static final long MEGABYTE = 1 << 20;

  Settings assemble(DataDirectory data) {
    return new Settings(
        Secret.of(text(Setting.SECRET)),
        ZoneId.of(text(Setting.TIMEZONE)),
        new LogSettings(text(Setting.LOG_LEVEL), text(Setting.LOG_FILE_FORMAT).equals("json")),
        web(),
        new MysqlSettings(
            text(Setting.MYSQL_HOST),
            number(Setting.MYSQL_PORT),
            text(Setting.MYSQL_USER),
            Secret.of(text(Setting.MYSQL_PASSWORD)),
            text(Setting.MYSQL_DATABASE)),
        new RedisSettings(
            text(Setting.REDIS_HOST),
            number(Setting.REDIS_PORT),
            text(Setting.REDIS_USER),
            Secret.of(text(Setting.REDIS_PASSWORD)),
            number(Setting.REDIS_DATABASE)),
        new WorkerSettings(
            number(Setting._WORKER_CONCURRENCY),
            Math.max(1, number(Setting._WORKER_PREFETCH_MULTIPLIER)),
            Math.max(1, number(Setting._WORKER_MAX_TASKS_PER_CHILD)),
            Math.max(1, number(Setting._WORKER_QUEUE_LIMIT)),
            number(Setting._FUNC_MEMORY_LIMIT)),
        new TimeoutSettings(
            number(Setting._FUNC_TASK_TIMEOUT_DEFAULT),
            number(Setting._FUNC_TASK_TIMEOUT_MAX),
            number(Setting._FUNC_TASK_API_TIMEOUT_DEFAULT),
            number(Setting._FUNC_TASK_API_TIMEOUT_MAX)),
        backup(data),
        custom);
  }

  private WebSettings web() {
    return new WebSettings(
        number(Setting._WEB_PORT),
        text(Setting.WEB_BASE_URL),
        number(Setting._WEB_BODY_LIMIT) * MEGABYTE,
        number(Setting._WEB_UPLOAD_LIMIT) * MEGABYTE,
        Duration.ofSeconds(number(Setting._SESSION_TIMEOUT)),
        Duration.ofSeconds(number(Setting._UPLOAD_EXPIRES)),
        Duration.ofDays(number(Setting._RECORD_EXPIRES)));
  }

  private BackupSettings backup(DataDirectory data) {
    int megabytes = number(Setting.DB_AUTO_BACKUP_SIZE_LIMIT);
    Compression compression =
        Compression.valueOf(text(Setting.DB_AUTO_BACKUP_COMPRESSION).toUpperCase(Locale.ROOT));
    return new BackupSettings(
        dumps(data),
        new Retention(
            number(Setting.DB_AUTO_BACKUP_LIMIT),
            megabytes == 0 ? Long.MAX_VALUE : megabytes * MEGABYTE),
        Packing.of(compression, Secret.of(text(Setting.DB_AUTO_BACKUP_PASSWORD))),
        new BackupSettings.Times(
            !(boolean) value(Setting._DISABLE_DB_AUTO_BACKUP),
            text(Setting._CRONTAB_AUTO_BACKUP_DB)),
        new BackupSettings.Times(
            !(boolean) value(Setting._DISABLE_DB_BACKUP_TRIAL),
            text(Setting._CRONTAB_DB_BACKUP_TRIAL)),
        text(Setting.DB_AUTO_BACKUP_HOOK));
  }

  /// The default stands for the data directory in use, wherever that is.
  private Path dumps(DataDirectory data) {
    Object given = value(Setting.DB_AUTO_BACKUP_PATH);
    return given.equals(Setting.DB_AUTO_BACKUP_PATH.defaultValue())
        ? data.root().resolve("sqldump")
        : Path.of(given.toString());
  }

  private Object value(Setting setting) {
    return requireNonNull(values.get(setting), "every setting has a default");
  }

  private String text(Setting setting) {
    return value(setting).toString();
  }

  private int number(Setting setting) {
    return (int) value(setting);
  }
}
