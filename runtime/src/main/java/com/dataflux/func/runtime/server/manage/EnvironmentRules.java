package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Environment variables have a type; the value of a secret one is never answered.
final class EnvironmentRules implements Thing.Rules {

  @Override
  public void beforeAdd(Call call, ObjectNode row) {
    if (!row.has("value")) {
      row.put("value", "");
    }
    row.set("value", typed(row.path("type").asText("string"), row.path("value")));
  }

  @Override
  public void beforeModify(Call call, ObjectNode old, ObjectNode changes) {
    boolean isSecret = old.path("isSecret").asBoolean();
    JsonNode value = changes.path("value");
    if (value.isMissingNode() || value.isNull() || (isSecret && value.asText("-").isEmpty())) {
      if (isSecret && !changes.path("isSecret").asBoolean(true)) {
        throw Reason.EClientBadRequest.refusal(
            "A secret value is never shown; give a new value to make the variable open.");
      }
      changes.remove("value");
      if (changes.has("type")) {
        changes.set("value", typed(changes.path("type").asText(), old.path("value")));
      }
      return;
    }
    changes.set(
        "value", typed(changes.path("type").asText(old.path("type").asText("string")), value));
  }

  @Override
  public ObjectNode show(ObjectNode row) {
    return row.path("isSecret").asBoolean() ? row.deepCopy().putNull("value") : row;
  }

  private static JsonNode typed(String type, JsonNode value) {
    String text = value.isValueNode() ? value.asText() : Json.write(value);
    try {
      return switch (type) {
        case "string" -> Json.object().textNode(text);
        case "integer" -> Json.object().numberNode(new BigInteger(text.strip()));
        case "float" -> Json.object().numberNode(new BigDecimal(text.strip()));
        case "boolean" -> Json.object().booleanNode(truth(text.strip()));
        case "json" -> value.isTextual() ? Json.MAPPER.readTree(text) : value;
        default ->
            throw Reason.EClientBadRequest.refusal(
                "\"type\" is one of string, integer, float, boolean, json.");
      };
    } catch (NumberFormatException | JsonProcessingException e) {
      throw Reason.EClientBadRequest.refusal("The value is not of type %s.".formatted(type));
    }
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true", "True", "1", "yes" -> true;
      case "false", "False", "0", "no", "" -> false;
      default -> throw new NumberFormatException(text);
    };
  }
}
