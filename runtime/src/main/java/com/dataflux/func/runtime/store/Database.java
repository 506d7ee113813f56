package com.dataflux.func.runtime.store;

import com.dataflux.func.runtime.config.MysqlSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// A pool of connections to MySQL. Opening it does not connect; the first use does, and a lost
/// connection is replaced at the next one.
public final class Database implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5000;
  private static final int ANSWER_MILLIS = 60_000;
  private static final Pattern HOST = Pattern.compile("[\\w.:\\[\\]-]+");

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /// @param connections the most that are open at once
  public static Database open(MysqlSettings settings, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("mysql");
    config.setJdbcUrl(url(settings, ANSWER_MILLIS));
    config.setUsername(settings.user());
    config.setPassword(settings.password().reveal());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.setIdleTimeout(300_000);
    config.setMaxLifetime(1_200_000);
    config.setKeepaliveTime(120_000);
    return new Database(new HikariDataSource(config));
  }

  /// One connection outside any pool, for a first look: it fails within seconds, with the cause,
  /// also where the other side takes the connection and says nothing.
  public static Connection connect(MysqlSettings settings) throws SQLException {
    return DriverManager.getConnection(
        url(settings, CONNECT_MILLIS), settings.user(), settings.password().reveal());
  }

  /// The address with all that the tables rely on: UTC, `utf8mb4`, and rows found rather than
  /// changed as the answer to an update. A database inside the stack is spared TLS. Users give the
  /// address of a data source: nothing in it may become an option, and no server may ask for files.
  ///
  /// @throws IllegalArgumentException where the host is none
  static String url(MysqlSettings settings, int answerMillis) {
    if (!HOST.matcher(settings.host()).matches()) {
      throw new IllegalArgumentException(
          "a host is a name or an address, not \"%s\"".formatted(settings.host()));
    }
    boolean builtIn = settings.host().equals("mysql");
    String database = URLEncoder.encode(settings.database(), StandardCharsets.UTF_8);
    return "jdbc:mysql://%s:%d/%s"
            .formatted(settings.host(), settings.port(), database.replace("+", "%20"))
        + "?allowLoadLocalInfile=false&allowUrlInLocalInfile=false&autoDeserialize=false"
        + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
        + "&connectionCollation=utf8mb4_unicode_ci&allowPublicKeyRetrieval=true"
        + "&rewriteBatchedStatements=true"
        + "&connectTimeout="
        + CONNECT_MILLIS
        + "&socketTimeout="
        + answerMillis
        + "&sslMode="
        + (builtIn ? "DISABLED" : "PREFERRED");
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  public DataSource dataSource() {
    return pool;
  }

  /// Whether a connection can be had now.
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(3);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
