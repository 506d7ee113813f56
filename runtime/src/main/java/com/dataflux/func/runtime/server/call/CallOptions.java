package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.config.TimeoutSettings;
import com.dataflux.func.runtime.queue.ReturnType;
import com.dataflux.func.runtime.server.http.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;

/// How a call is to be run and answered, after the caller's options, the function's own and the
/// configuration's defaults.
///
/// @param timeout after which the function is killed
/// @param patience how long the caller waits at most
/// @param unfold whether the value alone is the answer, without the envelope
record CallOptions(
    Duration timeout, Duration patience, ReturnType returnType, boolean unfold, boolean keep) {

  // Where the function's own limit ends a call no later than the caller's patience, its kill is the
  // answer; this much is granted for the kill to be reported.
  private static final long GRACE_MILLIS = 500;

  static CallOptions of(ObjectNode given, JsonNode function, TimeoutSettings limits) {
    long timeout =
        millis(
            "timeout",
            given.path("timeout"),
            function.path("timeout"),
            limits.functionDefault(),
            limits.functionMax());
    long patience =
        millis(
            "apiTimeout",
            given.path("apiTimeout"),
            function.path("apiTimeout"),
            limits.apiDefault(),
            limits.apiMax());
    return new CallOptions(
        Duration.ofMillis(timeout),
        Duration.ofMillis(patience >= timeout ? timeout + GRACE_MILLIS : patience),
        returnType(given.path("returnType")),
        given.path("unfold").asBoolean(),
        given.path("saveResult").asBoolean());
  }

  private static long millis(
      String name, JsonNode given, JsonNode function, int standard, int most) {
    JsonNode value = given.isMissingNode() || given.isNull() ? function : given;
    if (value.isMissingNode() || value.isNull()) {
      return standard * 1000L;
    }
    double seconds = value.asDouble(-1);
    if (seconds <= 0) {
      throw Reason.EClientBadRequest.refusal(
          "Option \"%s\" must be a number of seconds above 0.".formatted(name));
    }
    return Math.round(Math.min(seconds, most) * 1000);
  }

  private static ReturnType returnType(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return ReturnType.RAW;
    }
    return Arrays.stream(ReturnType.values())
        .filter(type -> type.text().equals(given.asText()))
        .findFirst()
        .orElseThrow(
            () ->
                Reason.EClientBadRequest.refusal(
                    "Option \"returnType\" is one of raw, repr, jsonDumps, ALL."));
  }
}
