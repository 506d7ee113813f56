package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.platform.settings.Crontab;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.ZoneId;

/// Timetables: as links, and with a crontab expression in a time zone.
record CrontabRules(LinkRules common) implements Thing.Rules {

  @Override
  public void beforeAdd(Call call, ObjectNode row) {
    common.beforeAdd(call, row);
    check(row);
  }

  @Override
  public void beforeModify(Call call, ObjectNode old, ObjectNode changes) {
    common.beforeModify(call, old, changes);
    check(changes);
  }

  private static void check(ObjectNode given) {
    if (given.hasNonNull("crontab")) {
      parse(given.path("crontab").asText());
    }
    if (given.hasNonNull("timezone") && !given.path("timezone").asText().isEmpty()) {
      zone(given.path("timezone").asText());
    }
  }

  static Crontab parse(String expression) {
    try {
      return Crontab.parse(expression);
    } catch (IllegalArgumentException e) {
      throw Reason.EClientBadRequest.refusal("The crontab cannot be read: " + e.getMessage());
    }
  }

  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Reason.EClientBadRequest.refusal("%s is not a time zone.".formatted(name));
    }
  }
}
