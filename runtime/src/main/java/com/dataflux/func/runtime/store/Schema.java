package com.dataflux.func.runtime.store;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// Brings the tables up to what this program needs. The database keeps the number of the last
/// upgrade; each upgrade is a file `schema/NNNN.sql`, may be carried out again without harm, and is
/// carried out by one server at a time.
public final class Schema {
  private static final String LOCK = "dataflux_func_schema";
  private static final int LOCK_SECONDS = 30;

  /// Of one statement: a large table takes its time. Everything else keeps the connection's own
  /// limit, so that a database that went away silently is noticed.
  private static final int PATIENCE_MILLIS = 3_600_000;

  private static final Pattern STATEMENT_END = Pattern.compile(";\\s*(\\n|$)");

  private final DataSource source;

  public Schema(DataSource source) {
    this.source = source;
  }

  /// Carries out the upgrades that are missing.
  ///
  /// @return how many there were
  /// @throws com.dataflux.func.platform.ProblemException of kind `DATABASE_FAILED`, naming the
  ///   statement that the database refused
  public int upgrade() throws SQLException {
    try (Connection connection = source.getConnection()) {
      lock(connection);
      try {
        int done = 0;
        for (int next = recorded(connection) + 1; ; next++) {
          Optional<String> script = script(next);
          if (script.isEmpty()) {
            return done;
          }
          carryOut(connection, next, script.get());
          record(connection, next);
          done++;
        }
      } finally {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT RELEASE_LOCK('" + LOCK + "')");
        }
      }
    }
  }

  /// The number of the last upgrade that this database has seen.
  public int recorded() throws SQLException {
    try (Connection connection = source.getConnection()) {
      return recorded(connection);
    }
  }

  /// The number of the last upgrade that this program knows.
  public static int newest() {
    int number = 0;
    while (script(number + 1).isPresent()) {
      number++;
    }
    return number;
  }

  /// Sets the recorded number; with 0, the next start carries out every upgrade again.
  public void reset(int number) throws SQLException {
    try (Connection connection = source.getConnection()) {
      recorded(connection);
      record(connection, number);
    }
  }

  private static void lock(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, ?)")) {
      statement.setString(1, LOCK);
      statement.setInt(2, LOCK_SECONDS);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || row.getInt(1) != 1) {
          throw ProblemKind.DATABASE_FAILED.exception(
              "The tables could not be upgraded",
              "another server has held the lock %s for %d seconds".formatted(LOCK, LOCK_SECONDS),
              "Look whether a second server is at work on the same database.");
        }
      }
    }
  }

  private static int recorded(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS db_upgrade_seq (id TINYINT NOT NULL PRIMARY KEY,"
              + " seq INT NOT NULL) ENGINE=InnoDB");
      try (ResultSet row = statement.executeQuery("SELECT seq FROM db_upgrade_seq WHERE id = 1")) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private static void record(Connection connection, int number) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("REPLACE INTO db_upgrade_seq (id, seq) VALUES (1, ?)")) {
      statement.setInt(1, number);
      statement.executeUpdate();
    }
  }

  private static void carryOut(Connection connection, int number, String script)
      throws SQLException {
    List<String> statements =
        Stream.of(STATEMENT_END.split(script, -1)).filter(text -> !text.isBlank()).toList();
    int usual = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLNonTransientException e) {
          throw refused(number, sql, e);
        }
      }
    }
    connection.setNetworkTimeout(Runnable::run, usual);
  }

  private static ProblemException refused(int number, String sql, SQLException cause) {
    return ProblemKind.DATABASE_FAILED
        .problem(
            "Upgrade %d of the tables failed".formatted(number),
            "%s, at: %s".formatted(cause.getMessage(), sql.strip().lines().findFirst().orElse("")),
            "Go back to the version before; its data is as it was.")
        .asException(cause);
  }

  private static Optional<String> script(int number) {
    String name = "/schema/%04d.sql".formatted(number);
    try (InputStream stream = Schema.class.getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from the program itself", e);
    }
  }
}
