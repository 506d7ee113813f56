package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/// What links, batches and timetables have in common: a function, its arguments, an end.
record LinkRules(Rows functions, Rows auths) implements Thing.Rules {

  @Override
  public void beforeAdd(Call call, ObjectNode row) {
    if (!row.hasNonNull("funcId")) {
      throw Reason.EClientBadRequest.refusal("\"funcId\" is missing.");
    }
    if (!row.hasNonNull("funcCallKwargs")) {
      row.putObject("funcCallKwargs");
    }
    check(row);
  }

  @Override
  public void beforeModify(Call call, ObjectNode old, ObjectNode changes) {
    check(changes);
  }

  private void check(ObjectNode given) {
    JsonNode funcId = given.path("funcId");
    if (!funcId.isMissingNode() && functions.get(funcId.asText()).isEmpty()) {
      throw Reason.EClientBadRequest.refusal(
          "There is no published function %s.".formatted(funcId.asText()));
    }
    JsonNode authId = given.path("apiAuthId");
    if (authId.isTextual() && authId.asText().isEmpty()) {
      given.putNull("apiAuthId");
    } else if (authId.isTextual() && auths.get(authId.asText()).isEmpty()) {
      throw Reason.EClientBadRequest.refusal(
          "There is no API authentication %s.".formatted(authId.asText()));
    }
    checkObject(given, "funcCallKwargs");
    checkObject(given, "throttling");
    checkTime(given, "expireTime");
  }

  private static void checkObject(ObjectNode given, String name) {
    JsonNode value = given.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
      throw Reason.EClientBadRequest.refusal("\"%s\" must be a JSON object.".formatted(name));
    }
  }

  private static void checkTime(ObjectNode given, String name) {
    JsonNode value = given.path(name);
    if (value.isTextual() && value.asText().isEmpty()) {
      given.putNull(name);
    } else if (value.isTextual()) {
      try {
        OffsetDateTime.parse(value.asText());
      } catch (DateTimeException e) {
        throw Reason.EClientBadRequest.refusal(
            "\"%s\" must be a time such as 2030-01-01T00:00:00Z.".formatted(name));
      }
    }
  }
}
