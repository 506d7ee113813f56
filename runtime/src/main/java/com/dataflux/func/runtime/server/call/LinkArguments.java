package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.server.http.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The arguments of a call through a link: those fixed on the link stand, whatever the caller says;
/// those marked `INPUT_BY_CALLER` must come from the caller unless the function has a default.
record LinkArguments(JsonNode link, JsonNode function) {
  private static final String BY_CALLER = "INPUT_BY_CALLER";

  ObjectNode merge(ObjectNode given) {
    ObjectNode merged = given.deepCopy();
    for (Map.Entry<String, JsonNode> argument : link.path("funcCallKwargs").properties()) {
      if (!argument.getValue().asText().equals(BY_CALLER)) {
        merged.set(argument.getKey(), argument.getValue());
      } else if (!given.has(argument.getKey()) && isRequired(argument.getKey())) {
        throw Reason.EClientBadRequest.refusal(
            "Argument \"%s\" is missing.".formatted(argument.getKey()));
      }
    }
    return merged;
  }

  private boolean isRequired(String name) {
    for (JsonNode parameter : function.path("kwargs")) {
      if (parameter.path("name").asText().equals(name)) {
        return !parameter.has("default");
      }
    }
    return false;
  }
}
