package com.dataflux.func.runtime.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The methods and paths that tests have used with success, to be held against the OpenAPI
/// document.
final class Calls {
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  void note(String method, String pathAndQuery) {
    int question = pathAndQuery.indexOf('?');
    String path = question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
    used.add(method + " " + path);
  }

  /// Documented operations that none of the calls was for.
  Collection<String> missing(JsonNode document) {
    Set<String> missing = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        String pattern = method + " " + path.getKey().replaceAll("\\{\\w+}", "[^/]+");
        if (used.stream().noneMatch(call -> call.matches(pattern))) {
          missing.add(method + " " + path.getKey());
        }
      }
    }
    return missing;
  }
}
