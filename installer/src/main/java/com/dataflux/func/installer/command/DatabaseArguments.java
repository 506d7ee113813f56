package com.dataflux.func.installer.command;

import com.dataflux.func.installer.install.GivenConnection;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.Port;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where external databases are, for an unattended `--no-mysql` and `--no-redis`.
final class DatabaseArguments {
  @Option(names = "--mysql-host", paramLabel = "HOST", description = "External MySQL's host.")
  private @Nullable String mysqlHost;

  @Option(names = "--mysql-port", paramLabel = "N", description = "Its port; 3306 if not given.")
  private @Nullable Port mysqlPort;

  @Option(names = "--mysql-user", paramLabel = "USER", description = "The account to use.")
  private @Nullable String mysqlUser;

  @Option(names = "--mysql-password", paramLabel = "PASSWORD", description = "Its password.")
  private @Nullable Secret mysqlPassword;

  @Option(
      names = "--mysql-database",
      paramLabel = "NAME",
      description = "The schema; dataflux_func if not given.")
  private @Nullable String mysqlDatabase;

  @Option(names = "--redis-host", paramLabel = "HOST", description = "External Redis's host.")
  private @Nullable String redisHost;

  @Option(names = "--redis-port", paramLabel = "N", description = "Its port; 6379 if not given.")
  private @Nullable Port redisPort;

  @Option(
      names = "--redis-user",
      paramLabel = "USER",
      description = "The account to use, of Redis 6 or later; the default user if not given.")
  private @Nullable String redisUser;

  @Option(names = "--redis-password", paramLabel = "PASSWORD", description = "Its password.")
  private @Nullable Secret redisPassword;

  @Option(
      names = "--redis-database",
      paramLabel = "NUMBER",
      description = "The database; 5 if not given.")
  private @Nullable Integer redisDatabase;

  GivenConnection mysql() {
    return new GivenConnection(
        Optional.ofNullable(mysqlHost),
        Optional.ofNullable(mysqlPort),
        Optional.ofNullable(mysqlUser),
        Optional.ofNullable(mysqlPassword),
        Optional.ofNullable(mysqlDatabase));
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `USAGE`
  GivenConnection redis() {
    if (redisDatabase != null && redisDatabase < 0) {
      throw ProblemKind.USAGE.exception(
          "--redis-database: %d is not a database".formatted(redisDatabase),
          "Redis counts them from 0",
          "Give its number; nothing was changed.");
    }
    return new GivenConnection(
        Optional.ofNullable(redisHost),
        Optional.ofNullable(redisPort),
        Optional.ofNullable(redisUser),
        Optional.ofNullable(redisPassword),
        Optional.ofNullable(redisDatabase).map(Object::toString));
  }
}
