package com.dataflux.func.runtime.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which rows of a table are asked for.
///
/// @param filters values that fields must have
/// @param search text in the id, the title or the name; empty for all
/// @param number of the page, from 1
/// @param size rows a page
public record Query(Map<String, String> filters, String search, int number, int size) {
  public static final int LARGEST_PAGE = 10_000;

  public Query {
    filters = Map.copyOf(filters);
  }

  /// The part of a list that is this page.
  public <T> List<T> cut(List<T> all) {
    int from = Math.min(all.size(), (number - 1) * size);
    return all.subList(from, Math.min(all.size(), from + size));
  }

  /// Every row, as far as one page goes.
  public static Query all() {
    return new Query(Map.of(), "", 1, LARGEST_PAGE);
  }

  public static Query where(String field, @Nullable String value) {
    Map<String, String> filters = new LinkedHashMap<>();
    filters.put(field, value == null ? "" : value);
    return new Query(filters, "", 1, LARGEST_PAGE);
  }
}
