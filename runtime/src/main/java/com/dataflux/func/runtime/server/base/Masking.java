package com.dataflux.func.runtime.server.base;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Takes what must not be shown out of JSON objects, going by the names of their fields.
public final class Masking {
  private static final List<String> PARTS = List.of("password", "secret", "token");

  /// A value may be that of a fixed field, or of a secret variable.
  private static final List<String> WHOLE = List.of("authorization", "value");

  private Masking() {}

  /// Empties every field that holds a secret, at any depth.
  public static void mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : object.properties().stream().map(Map.Entry::getKey).toList()) {
        if (isSecret(name) && !object.path(name).isBoolean()) {
          object.set(name, Json.object().textNode(""));
        } else {
          mask(object.path(name));
        }
      }
    } else {
      node.forEach(Masking::mask);
    }
  }

  public static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return WHOLE.contains(lower) || PARTS.stream().anyMatch(lower::contains);
  }
}
