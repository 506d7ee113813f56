package com.dataflux.func.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// The rows of one table as JSON objects, long columns left out of lists.
public final class Rows {
  private final Jdbi jdbi;
  private final Table table;
  private final RowMapping mapping;

  public Rows(Jdbi jdbi, Table table, Vault vault) {
    this.jdbi = jdbi;
    this.table = table;
    this.mapping = new RowMapping(vault);
  }

  public Table table() {
    return table;
  }

  public Page list(Query query) {
    List<Column> shown = table.columns().stream().filter(column -> !column.isLong()).toList();
    String where = where(query);
    String sql =
        "SELECT %s FROM %s%s ORDER BY %s LIMIT :limit OFFSET :offset"
            .formatted(names(shown), table.name(), where, order());
    return jdbi.withHandle(
        handle -> {
          List<ObjectNode> items =
              bind(handle.createQuery(sql), query)
                  .bind("limit", query.size())
                  .bind("offset", (query.number() - 1) * query.size())
                  .map((row, context) -> mapping.read(row, shown))
                  .list();
          long total =
              bind(handle.createQuery("SELECT COUNT(*) FROM " + table.name() + where), query)
                  .mapTo(Long.class)
                  .one();
          return new Page(items, total);
        });
  }

  public Optional<ObjectNode> get(String id) {
    return jdbi.withHandle(handle -> get(handle, id));
  }

  /// As [#get(String)], within a transaction.
  public Optional<ObjectNode> get(Handle handle, String id) {
    return get(handle, id, "");
  }

  private Optional<ObjectNode> get(Handle handle, String id, String lock) {
    return handle
        .createQuery(
            "SELECT %s FROM %s WHERE id = :id%s"
                .formatted(names(table.columns()), table.name(), lock))
        .bind("id", id)
        .map((row, context) -> mapping.read(row, table.columns()))
        .findOne();
  }

  public void add(ObjectNode row) {
    jdbi.useHandle(handle -> add(handle, row));
  }

  /// Adds a row; the times of making and change are set.
  public void add(Handle handle, ObjectNode row) {
    String now = Instant.now().toString();
    ObjectNode whole = row.deepCopy();
    for (String time : List.of("createTime", "updateTime")) {
      if (table.has(time) && !whole.hasNonNull(time)) {
        whole.put(time, now);
      }
    }
    List<Column> given = given(whole);
    String sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                table.name(),
                names(given),
                given.stream()
                    .map(column -> ":" + column.field())
                    .collect(Collectors.joining(", ")));
    bindRow(handle.createUpdate(sql), whole, given).execute();
  }

  public boolean modify(String id, ObjectNode changes) {
    return jdbi.withHandle(handle -> modify(handle, id, changes));
  }

  /// Changes a row as what stands in it asks for, while nobody else can change it; false where
  /// there is no such row.
  public boolean modify(String id, UnaryOperator<ObjectNode> decide) {
    return jdbi.inTransaction(
        handle ->
            get(handle, id, " FOR UPDATE")
                .map(row -> modify(handle, id, decide.apply(row)))
                .orElse(false));
  }

  /// Changes the fields given; false where there is no such row.
  public boolean modify(Handle handle, String id, ObjectNode changes) {
    ObjectNode whole = changes.deepCopy();
    whole.remove("id");
    if (table.has("updateTime")) {
      whole.put("updateTime", Instant.now().toString());
    }
    List<Column> given = given(whole);
    String set =
        given.stream()
            .map(column -> column.name() + " = :" + column.field())
            .collect(Collectors.joining(", "));
    String sql = "UPDATE %s SET %s WHERE id = :id".formatted(table.name(), set);
    return bindRow(handle.createUpdate(sql), whole, given).bind("id", id).execute() > 0;
  }

  public boolean delete(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate("DELETE FROM %s WHERE id = :id".formatted(table.name()))
                    .bind("id", id)
                    .execute()
                > 0);
  }

  private List<Column> given(JsonNode row) {
    return table.columns().stream().filter(column -> row.has(column.field())).toList();
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private String order() {
    return table.has("updateTime") ? "id" : "create_time DESC, id";
  }

  private String where(Query query) {
    List<String> conditions = new ArrayList<>();
    query
        .filters()
        .keySet()
        .forEach(
            field ->
                table
                    .column(field)
                    .ifPresent(column -> conditions.add(column.name() + " = :" + field)));
    if (!query.search().isEmpty()) {
      conditions.add(
          table.columns().stream()
              .filter(column -> SEARCHED.contains(column.field()))
              .map(column -> column.name() + " LIKE :search")
              .collect(Collectors.joining(" OR ", "(", ")")));
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private static final List<String> SEARCHED =
      List.of("id", "title", "name", "username", "note", "funcId", "target", "action");

  private <T extends SqlStatement<T>> T bind(T statement, Query query) {
    query
        .filters()
        .forEach(
            (field, value) ->
                table
                    .column(field)
                    .ifPresent(column -> statement.bind(field, mapping.filter(column, value))));
    if (!query.search().isEmpty()) {
      String escaped = query.search().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
      statement.bind("search", "%" + escaped + "%");
    }
    return statement;
  }

  private <T extends SqlStatement<T>> T bindRow(T statement, ObjectNode row, List<Column> given) {
    for (Column column : given) {
      statement.bind(column.field(), mapping.write(column, row.get(column.field())));
    }
    return statement;
  }
}
