package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.store.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Turns away callers of a link who do not prove who they are, or come too often.
final class LinkGuard {
  private static final Map<String, Duration> PERIODS = periods();

  private final Services services;
  private final Lookup auths;
  private final ApiAuthentication authentication;

  LinkGuard(Services services, FunctionCalls calls) {
    this.services = services;
    this.auths = new Lookup(services.rows(Tables.API_AUTHS));
    this.authentication = new ApiAuthentication(services, calls);
  }

  void check(Call call, JsonNode link) {
    String authId = link.path("apiAuthId").asText("");
    if (!authId.isEmpty() && !link.path("apiAuthId").isNull()) {
      authentication.check(
          call,
          auths
              .find(authId)
              .orElseThrow(
                  () ->
                      Reason.EAPIAuth.refusal("The API authentication of this link is missing.")));
    }
    for (Map.Entry<String, JsonNode> limit : link.path("throttling").properties()) {
      Duration period = PERIODS.get(limit.getKey());
      if (period != null && limit.getValue().asLong() > 0) {
        throttle(link.path("id").asText(), limit.getKey(), limit.getValue().asLong(), period);
      }
    }
  }

  private void throttle(String id, String name, long most, Duration period) {
    String counter = "throttle@%s@%s".formatted(id, name);
    if (services.redis().count(counter, period) > most) {
      long seconds = Math.max(1, services.redis().remaining(counter).toSeconds());
      throw Reason.EClientRateLimit.refusal(
              "This link takes %d calls %s.".formatted(most, words(name)))
          .with("Retry-After", Long.toString(seconds));
    }
  }

  private static String words(String name) {
    return "a " + name.substring(2).toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, Duration> periods() {
    Map<String, Duration> periods = new LinkedHashMap<>();
    periods.put("bySecond", Duration.ofSeconds(1));
    periods.put("byMinute", Duration.ofMinutes(1));
    periods.put("byHour", Duration.ofHours(1));
    periods.put("byDay", Duration.ofDays(1));
    periods.put("byMonth", Duration.ofDays(30));
    periods.put("byYear", Duration.ofDays(365));
    return periods;
  }
}
