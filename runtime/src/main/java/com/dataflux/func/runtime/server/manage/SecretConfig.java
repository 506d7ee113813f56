package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.base.Masking;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// The rules of things whose `config` holds passwords: no password is ever answered, and an empty
/// one keeps what is stored.
final class SecretConfig implements Thing.Rules {
  private static final List<String> DESTINATION = List.of("host", "port", "baseURL", "url", "user");

  @Override
  public void beforeAdd(Call call, ObjectNode row) {
    if (!row.hasNonNull("type") || !row.path("config").isObject()) {
      throw Reason.EClientBadRequest.refusal("\"type\" and \"config\" are needed.");
    }
  }

  @Override
  public void beforeModify(Call call, ObjectNode old, ObjectNode changes) {
    if (changes.path("config") instanceof ObjectNode config) {
      keep(old.path("config"), config);
    }
  }

  @Override
  public ObjectNode show(ObjectNode row) {
    ObjectNode shown = row.deepCopy();
    Masking.mask(shown.path("config"));
    return shown;
  }

  /// Puts stored passwords where empty ones were given; in lists, those of the entry with the same
  /// name. None is put where another address or user is given, to whom it would be sent.
  static void keep(JsonNode stored, JsonNode given) {
    if (given instanceof ObjectNode object) {
      if (DESTINATION.stream().anyMatch(field -> differs(field, stored, given))) {
        return;
      }
      for (Map.Entry<String, JsonNode> field : stored.properties()) {
        JsonNode now = object.path(field.getKey());
        if (Masking.isSecret(field.getKey())
            && now.asText("").isEmpty()
            && !now.isContainerNode()) {
          object.set(field.getKey(), field.getValue());
        } else {
          keep(field.getValue(), now);
        }
      }
    }
    if (stored.isArray() && given.isArray()) {
      for (JsonNode entry : given) {
        for (JsonNode old : stored) {
          if (name(old).equals(name(entry))) {
            keep(old, entry);
          }
        }
      }
    }
  }

  private static boolean differs(String field, JsonNode stored, JsonNode given) {
    return !stored.path(field).asText("").equals(given.path(field).asText(""));
  }

  private static String name(JsonNode entry) {
    return entry.path("username").asText(entry.path("name").asText());
  }
}
