package com.dataflux.func.healthcheck.stack;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys of `user-config.yaml`. The application's own list is compared with this one by a test.
public final class KnownKeys {
  /// Those whose value is a number.
  public static final Set<String> NUMBERS =
      Set.of(
          "MYSQL_PORT",
          "REDIS_PORT",
          "REDIS_DATABASE",
          "DB_AUTO_BACKUP_LIMIT",
          "_WORKER_CONCURRENCY",
          "_WORKER_PREFETCH_MULTIPLIER",
          "_WORKER_MAX_TASKS_PER_CHILD",
          "_WORKER_QUEUE_LIMIT",
          "_FUNC_MEMORY_LIMIT",
          "_FUNC_TASK_TIMEOUT_DEFAULT",
          "_FUNC_TASK_TIMEOUT_MAX",
          "_FUNC_TASK_API_TIMEOUT_DEFAULT",
          "_FUNC_TASK_API_TIMEOUT_MAX",
          "_WEB_PORT",
          "_WEB_BODY_LIMIT",
          "_WEB_UPLOAD_LIMIT",
          "_SESSION_TIMEOUT",
          "_UPLOAD_EXPIRES",
          "_RECORD_EXPIRES");

  /// Those whose value is a text or a switch.
  private static final Set<String> TEXTS =
      Set.of(
          "SECRET",
          "LOG_LEVEL",
          "LOG_FILE_FORMAT",
          "TIMEZONE",
          "WEB_BASE_URL",
          "DB_AUTO_BACKUP_PATH",
          "MYSQL_HOST",
          "MYSQL_USER",
          "MYSQL_PASSWORD",
          "MYSQL_DATABASE",
          "REDIS_HOST",
          "REDIS_PASSWORD",
          "_CRONTAB_AUTO_BACKUP_DB",
          "_DISABLE_DB_AUTO_BACKUP");

  /// All of them.
  public static final Set<String> NAMES =
      Stream.concat(NUMBERS.stream(), TEXTS.stream()).collect(Collectors.toUnmodifiableSet());

  private KnownKeys() {}
}
