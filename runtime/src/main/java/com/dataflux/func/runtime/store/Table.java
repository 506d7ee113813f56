package com.dataflux.func.runtime.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table whose rows are JSON objects with an `id`.
public record Table(String name, List<Column> columns) {

  public Table {
    columns = List.copyOf(columns);
  }

  public Optional<Column> column(String field) {
    return columns.stream().filter(column -> column.field().equals(field)).findFirst();
  }

  public boolean has(String field) {
    return column(field).isPresent();
  }

  /// Begins a table with its `id`.
  static Builder named(String name) {
    return new Builder(name).text("id");
  }

  static final class Builder {
    private final String name;
    private final List<Column> columns = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    Builder text(String... fields) {
      return add(ColumnKind.TEXT, false, fields);
    }

    Builder longText(String... fields) {
      return add(ColumnKind.TEXT, true, fields);
    }

    Builder number(String... fields) {
      return add(ColumnKind.NUMBER, false, fields);
    }

    Builder toggle(String... fields) {
      return add(ColumnKind.SWITCH, false, fields);
    }

    Builder json(String... fields) {
      return add(ColumnKind.JSON, false, fields);
    }

    Builder longJson(String... fields) {
      return add(ColumnKind.JSON, true, fields);
    }

    Builder sealed(String... fields) {
      return add(ColumnKind.SEALED, false, fields);
    }

    Builder time(String... fields) {
      return add(ColumnKind.TIME, false, fields);
    }

    Table build() {
      return new Table(name, columns);
    }

    private Builder add(ColumnKind kind, boolean isLong, String... fields) {
      for (String field : fields) {
        columns.add(new Column(field, kind, isLong));
      }
      return this;
    }
  }
}
