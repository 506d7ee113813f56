package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/// The rules of things whose `config` holds passwords: no password is ever answered, and an empty
/// one keeps what is stored.
final class SecretConfig implements Thing.Rules {

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
    mask(shown.path("config"));
    return shown;
  }

  /// Puts stored passwords where empty ones were given.
  static void keep(JsonNode stored, ObjectNode given) {
    for (Map.Entry<String, JsonNode> field : stored.properties()) {
      if (isSecret(field.getKey()) && given.path(field.getKey()).asText("").isEmpty()) {
        given.set(field.getKey(), field.getValue());
      }
    }
  }

  private static void mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : object.properties().stream().map(Map.Entry::getKey).toList()) {
        if (isSecret(name)) {
          object.set(name, Json.object().textNode(""));
        } else {
          mask(object.path(name));
        }
      }
    } else {
      node.forEach(SecretConfig::mask);
    }
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password") || lower.contains("secret") || lower.contains("token");
  }
}
