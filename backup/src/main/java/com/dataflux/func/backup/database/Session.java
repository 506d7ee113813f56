package com.dataflux.func.backup.database;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.mysql.cj.jdbc.Driver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One connection to a server, for questions about a database.
public final class Session implements AutoCloseable {
  private static final String CONNECT_TIMEOUT_MS = "10000";

  /// How long a server may be silent: counting the rows of a large table takes its time.
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Database database;
  private final Connection connection;

  private Session(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /// Connects; the database itself need not exist.
  ///
  /// @throws ProblemException of kind `DATABASE_FAILED` where the server cannot be reached or
  ///   refuses the account
  public static Session open(Database database) {
    return open(database, PATIENCE);
  }

  /// The same, with another time that each answer may take.
  public static Session open(Database database, Duration patience) {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password().reveal());
    properties.setProperty("sslMode", database.address().isNear() ? "DISABLED" : "PREFERRED");
    properties.setProperty("allowPublicKeyRetrieval", "true");
    properties.setProperty("connectTimeout", CONNECT_TIMEOUT_MS);
    properties.setProperty("socketTimeout", String.valueOf(patience.toMillis()));
    properties.setProperty("characterEncoding", "UTF-8");
    properties.setProperty("tcpKeepAlive", "true");
    try {
      @Nullable Connection connection = new Driver().connect(url(database), properties);
      if (connection == null) {
        throw new SQLException("the driver does not know " + url(database));
      }
      return new Session(database, connection);
    } catch (SQLException e) {
      throw ProblemKind.DATABASE_FAILED
          .problem(
              "The database %s cannot be used".formatted(database.label()),
              String.valueOf(e.getMessage()),
              "Look at MYSQL_HOST, MYSQL_PORT, MYSQL_USER and MYSQL_PASSWORD in user-config.yaml,"
                  + " and whether the server runs.")
          .asException(e);
    }
  }

  private static String url(Database database) {
    return switch (database.address()) {
      case ServerAddress.Tcp tcp ->
          "jdbc:mysql://address=(host=%s)(port=%d)/".formatted(tcp.host(), tcp.port());
      case ServerAddress.Socket socket ->
          throw new IllegalArgumentException("a session needs the network: " + socket.path());
    };
  }

  public Database database() {
    return database;
  }

  /// The rows of a query, each value as text.
  public List<List<String>> rows(String sql, String... arguments) {
    return answering(
        sql,
        () -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
              statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet results = statement.executeQuery()) {
              return rows(results);
            }
          }
        });
  }

  private static List<List<String>> rows(ResultSet results) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    int columns = results.getMetaData().getColumnCount();
    while (results.next()) {
      @Nullable String[] row = new String[columns];
      for (int i = 0; i < columns; i++) {
        row[i] = results.getString(i + 1);
      }
      rows.add(Arrays.stream(row).map(String::valueOf).toList());
    }
    return rows;
  }

  /// The first column of a query.
  public List<String> column(String sql, String... arguments) {
    return rows(sql, arguments).stream().map(List::getFirst).toList();
  }

  /// The one number that a query gives.
  public long number(String sql, String... arguments) {
    return Long.parseLong(column(sql, arguments).getFirst());
  }

  public void execute(String sql) {
    answering(
        sql,
        () -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  /// Fixes what this session sees to this moment, without a lock.
  public void beginSnapshot() {
    execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
  }

  /// Asks within a snapshot, and lets the tables go at once: an alteration would wait for them, and
  /// everyone else for the alteration.
  public long lettingGo(LongSupplier question) {
    execute("SAVEPOINT asked");
    long answer = question.getAsLong();
    execute("ROLLBACK TO SAVEPOINT asked");
    return answer;
  }

  private <T> T answering(String sql, Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw ProblemKind.DATABASE_FAILED
          .problem(
              "The database %s did not answer a question".formatted(database.label()),
              "%s, to: %s".formatted(e.getMessage(), sql),
              "Look whether the server runs and whether its account has the privileges of the"
                  + " manual.")
          .asException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing is lost: sessions here change nothing that is not committed.
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException;
  }
}
