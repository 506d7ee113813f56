package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Query;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which rows a caller asks for, and how lists are answered: `{items, totalCount}`.
final class Paging {
  private static final int LAST_PAGE = 100_000;

  private Paging() {}

  static Query of(Call call) {
    Map<String, String> filters = new LinkedHashMap<>(call.query());
    filters.keySet().removeAll(List.of("search", "pageNumber", "pageSize"));
    return new Query(
        filters,
        call.query("search", ""),
        number(call, "pageNumber", 1, LAST_PAGE),
        number(call, "pageSize", 20, Query.LARGEST_PAGE));
  }

  static ObjectNode data(List<ObjectNode> items, long total) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("items");
    items.forEach(list::add);
    return data.put("totalCount", total);
  }

  static int number(Call call, String name, int standard, int most) {
    try {
      int number = Integer.parseInt(call.query(name, Integer.toString(standard)));
      return Math.max(1, Math.min(number, most));
    } catch (NumberFormatException e) {
      throw Reason.EClientBadRequest.refusal("\"%s\" must be a number.".formatted(name));
    }
  }
}
