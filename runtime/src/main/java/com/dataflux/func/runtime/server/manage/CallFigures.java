package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jdbi.v3.core.Jdbi;

/// Recorded tasks of the last hour, minute by minute.
record CallFigures(Jdbi jdbi) {

  ArrayNode lastHour() {
    ArrayNode calls = Json.array();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DATE_FORMAT(create_time, '%Y-%m-%dT%H:%i:00Z') AS minute,"
                        + " SUM(status = 'OK'), SUM(status <> 'OK') FROM task_records"
                        + " WHERE create_time > UTC_TIMESTAMP() - INTERVAL 1 HOUR"
                        + " GROUP BY minute ORDER BY minute")
                .map(
                    (row, context) ->
                        Json.object()
                            .put("time", row.getString(1))
                            .put("ok", row.getLong(2))
                            .put("failed", row.getLong(3)))
                .forEach(calls::add));
    return calls;
  }
}
