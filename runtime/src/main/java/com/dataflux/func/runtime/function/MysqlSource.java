package com.dataflux.func.runtime.function;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.runtime.config.MysqlSettings;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A MySQL server that functions use as a data source.
final class MysqlSource implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  /// What a row takes as a tree beside its values.
  private static final int ROW_BYTES = 160;

  private final Database database;

  MysqlSource(JsonNode config) {
    database =
        Database.open(
            new MysqlSettings(
                config.path("host").asText(),
                config.path("port").asInt(3306),
                config.path("user").asText(),
                Secret.of(config.path("password").asText("")),
                config.path("database").asText("")),
            CONNECTIONS);
  }

  JsonNode query(String sql, JsonNode parameters) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      // Row by row, as the driver calls it: otherwise it reads everything at once.
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet result = statement.executeQuery()) {
        return rows(result, statement);
      }
    }
  }

  private static ArrayNode rows(ResultSet result, PreparedStatement statement) throws SQLException {
    ArrayNode rows = Json.array();
    ResultSetMetaData columns = result.getMetaData();
    long size = 0;
    while (result.next()) {
      ObjectNode row = rows.addObject();
      size += ROW_BYTES;
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        Object value = result.getObject(i);
        size += size(value);
        put(row, columns.getColumnLabel(i), value);
      }
      if (size > AnswerLimit.MOST_BYTES) {
        // The driver reads to the end of what the server still sends.
        statement.cancel();
        throw new SQLException(AnswerLimit.words(rows.size(), "rows"));
      }
    }
    return rows;
  }

  /// What a value takes in memory, roughly.
  private static long size(@Nullable Object value) {
    return AnswerLimit.VALUE_BYTES
        + switch (value) {
          case String text -> (long) AnswerLimit.CHARACTER_BYTES * text.length();
          case byte[] bytes -> (long) AnswerLimit.CHARACTER_BYTES * bytes.length;
          case null, default -> 0;
        };
  }

  JsonNode execute(String sql, JsonNode parameters) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return LongNode.valueOf(statement.executeUpdate());
    }
  }

  private static void bind(PreparedStatement statement, JsonNode parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      JsonNode value = parameters.get(i);
      if (value.isNull()) {
        statement.setObject(i + 1, null);
      } else if (value.isNumber()) {
        statement.setBigDecimal(i + 1, value.decimalValue());
      } else if (value.isBoolean()) {
        statement.setBoolean(i + 1, value.asBoolean());
      } else {
        statement.setString(i + 1, value.isValueNode() ? value.asText() : Json.write(value));
      }
    }
  }

  private static void put(ObjectNode row, String name, @Nullable Object value) {
    switch (value) {
      case null -> row.putNull(name);
      case Boolean truth -> row.put(name, truth);
      case BigDecimal number -> row.put(name, number);
      case Float number -> row.put(name, number);
      case Double number -> row.put(name, number);
      case Number number -> row.put(name, new BigDecimal(number.toString()));
      case byte[] bytes -> row.put(name, Base64.getEncoder().encodeToString(bytes));
      default -> row.put(name, value.toString());
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
