package com.dataflux.func.runtime.server.setup;

import com.dataflux.func.runtime.config.MysqlSettings;
import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.DatabaseFault;
import com.dataflux.func.runtime.store.Redis;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisException;

/// Looks whether given databases can carry the application, and says in words what is wrong.
final class ConnectionCheck {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

  private ConnectionCheck() {}

  /// The faults of a MySQL; none where it can be used.
  static List<String> mysql(MysqlSettings settings) {
    try (Connection connection = Database.connect(settings);
        Statement statement = connection.createStatement()) {
      List<String> faults = new ArrayList<>();
      String version = one(statement, "SELECT VERSION()");
      if (isOlder(version, 5, 7)) {
        faults.add("MySQL is %s; 5.7 or later is needed.".formatted(version));
      }
      String charset = one(statement, "SELECT @@character_set_database");
      if (!charset.equals("utf8mb4")) {
        faults.add(
            "The database's character set is %s; it must be utf8mb4 (ALTER DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci)."
                .formatted(charset, settings.database()));
      }
      if (version.startsWith("5.7")) {
        String prefix = one(statement, "SELECT @@innodb_large_prefix");
        if (!prefix.equals("1")) {
          faults.add("MySQL 5.7 must run with innodb-large-prefix=on.");
        }
      }
      return faults;
    } catch (SQLException e) {
      return List.of(
          "MySQL at %s:%d: %s".formatted(settings.host(), settings.port(), DatabaseFault.words(e)));
    } catch (IllegalArgumentException e) {
      return List.of("MySQL: " + e.getMessage());
    }
  }

  /// The faults of a Redis; none where it can be used.
  static List<String> redis(RedisSettings settings) {
    try (Redis redis = Redis.open(settings)) {
      List<String> faults = new ArrayList<>();
      String version = field(redis.info("server"), "redis_version");
      if (isOlder(version, 4, 0)) {
        faults.add("Redis is %s; 4.0 or later is needed.".formatted(version));
      }
      if (field(redis.info("server"), "redis_mode").equals("cluster")
          || field(redis.info("cluster"), "cluster_enabled").equals("1")) {
        faults.add("Redis runs in cluster mode, which is not supported; give a single instance.");
      }
      if (field(redis.info("replication"), "role").equals("slave")) {
        faults.add("This Redis is a replica and cannot be written to; give the primary.");
      }
      return faults;
    } catch (JedisException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return List.of(
          "Redis at %s:%d: %s".formatted(settings.host(), settings.port(), cause.getMessage()));
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getString(1)).toLowerCase(Locale.ROOT) : "";
    }
  }

  static boolean isOlder(String version, int major, int minor) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.find()) {
      return false;
    }
    int foundMajor = Integer.parseInt(matcher.group(1));
    return foundMajor < major
        || (foundMajor == major && Integer.parseInt(matcher.group(2)) < minor);
  }

  private static String field(String info, String name) {
    return info.lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }
}
