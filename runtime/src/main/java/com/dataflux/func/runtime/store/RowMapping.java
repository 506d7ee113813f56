package com.dataflux.func.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns columns into JSON fields and back.
record RowMapping(Vault vault) {

  ObjectNode read(ResultSet row, List<Column> columns) throws SQLException {
    ObjectNode object = Json.object();
    for (int i = 0; i < columns.size(); i++) {
      object.set(columns.get(i).field(), read(row, i + 1, columns.get(i).kind()));
    }
    return object;
  }

  private JsonNode read(ResultSet row, int at, ColumnKind kind) throws SQLException {
    ObjectNode holder = Json.object();
    if (kind == ColumnKind.TIME) {
      LocalDateTime time = row.getObject(at, LocalDateTime.class);
      return time == null
          ? holder.nullNode()
          : holder.textNode(time.toInstant(ZoneOffset.UTC).toString());
    }
    String text = row.getString(at);
    if (text == null) {
      return holder.nullNode();
    }
    return switch (kind) {
      case TEXT, TIME -> holder.textNode(text);
      case NUMBER -> holder.numberNode(Long.parseLong(text));
      case SWITCH -> holder.booleanNode(row.getInt(at) != 0);
      case JSON -> Json.read(text);
      case SEALED -> Json.read(vault.open(text));
    };
  }

  @Nullable Object write(Column column, @Nullable JsonNode value) {
    boolean isJson = column.kind() == ColumnKind.JSON || column.kind() == ColumnKind.SEALED;
    if (value == null || (value.isNull() && !isJson)) {
      return null;
    }
    return switch (column.kind()) {
      case TEXT -> value.asText();
      case NUMBER -> new BigDecimal(value.asText()).longValue();
      case SWITCH -> value.asBoolean();
      case JSON -> Json.write(value);
      case SEALED -> vault.seal(Json.write(value));
      case TIME -> time(value.asText());
    };
  }

  /// A filter comes as text from a query.
  Object filter(Column column, String value) {
    return switch (column.kind()) {
      case SWITCH -> value.equals("true") || value.equals("1");
      case TEXT, NUMBER, JSON, SEALED, TIME -> value;
    };
  }

  private static LocalDateTime time(String iso) {
    Instant instant = OffsetDateTime.parse(iso).toInstant().truncatedTo(ChronoUnit.MILLIS);
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
