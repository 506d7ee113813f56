package com.dataflux.func.runtime.function;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// `DFF.STORE`: JSON values kept in MySQL, by scope and key.
final class ValueStore {
  private static final String ALIVE =
      " AND (expire_time IS NULL OR expire_time > UTC_TIMESTAMP(3))";

  private final Jdbi jdbi;

  ValueStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// @param expire seconds; null for never
  JsonNode set(String scope, String key, JsonNode value, @Nullable Integer expire, boolean fresh) {
    String onDuplicate =
        fresh
            ? ""
            : " ON DUPLICATE KEY UPDATE value = VALUES(value),"
                + " expire_time = VALUES(expire_time), update_time = VALUES(update_time)";
    String insert =
        "INSERT "
            + (fresh ? "IGNORE " : "")
            + "INTO stored_values (scope, name, value, expire_time, update_time)"
            + " VALUES (:scope, :name, :value, IF(:expire IS NULL, NULL,"
            + " UTC_TIMESTAMP(3) + INTERVAL :expire SECOND), UTC_TIMESTAMP(3))"
            + onDuplicate;
    return BooleanNode.valueOf(
        jdbi.withHandle(
            handle -> {
              if (fresh) {
                removeExpired(handle, scope, key);
              }
              return handle
                      .createUpdate(insert)
                      .bind("scope", scope)
                      .bind("name", key)
                      .bind("value", Json.write(value))
                      .bind("expire", expire)
                      .execute()
                  > 0;
            }));
  }

  /// A statement of its own: in one transaction with the insertion, the lock that it takes on the
  /// gap where the key would be makes two callers wait for each other.
  private static void removeExpired(Handle handle, String scope, String key) {
    handle
        .createUpdate(
            "DELETE FROM stored_values WHERE scope = :scope AND name = :name AND"
                + " expire_time <= UTC_TIMESTAMP(3)")
        .bind("scope", scope)
        .bind("name", key)
        .execute();
  }

  JsonNode get(String scope, String key) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT value FROM stored_values WHERE scope = :scope AND name = :name"
                            + ALIVE)
                    .bind("scope", scope)
                    .bind("name", key)
                    .mapTo(String.class)
                    .findOne())
        .map(Json::read)
        .orElse(NullNode.instance);
  }

  JsonNode delete(String scope, String key) {
    return BooleanNode.valueOf(
        jdbi.withHandle(
            handle ->
                handle
                        .createUpdate(
                            "DELETE FROM stored_values WHERE scope = :scope AND name = :name")
                        .bind("scope", scope)
                        .bind("name", key)
                        .execute()
                    > 0));
  }

  JsonNode keys(String scope, String pattern) {
    String like =
        pattern.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace('*', '%');
    ArrayNode keys = Json.array();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT name FROM stored_values WHERE scope = :scope AND name LIKE :like"
                        + ALIVE
                        + " ORDER BY name LIMIT 10000")
                .bind("scope", scope)
                .bind("like", like)
                .mapTo(String.class)
                .forEach(keys::add));
    return keys;
  }
}
