package com.dataflux.func.healthcheck.site;

import com.dataflux.func.healthcheck.site.Installation.Connection;
import com.dataflux.func.healthcheck.site.Installation.Connections;
import com.dataflux.func.platform.display.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The questions of a probe as JSON.
final class ProbeQuestions {
  /// Calls that failed in the last hour, by their reason.
  private static final String FAILURES =
      """
      SELECT 'failure', CASE UPPER(status) WHEN 'TIMEOUT' THEN 'EFuncTimeout'
        WHEN 'PARSING_FAILED' THEN 'EFuncResultParsingFailed' ELSE 'EFuncFailed' END AS reason, COUNT(*)
      FROM task_records WHERE create_time > UTC_TIMESTAMP() - INTERVAL 1 HOUR
        AND UPPER(status) IN ('TIMEOUT', 'FAILED', 'PARSING_FAILED', 'WORKER_LOST') GROUP BY reason;
      """;

  private ProbeQuestions() {}

  static String json(Questions questions, Connections connections, Patience patience) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("limits", limits(patience));
    asked.put("nameServers", questions.nameServers());
    asked.put("names", questions.names());
    asked.put("endpoints", questions.endpoints());
    asked.put("targets", questions.targets());
    put(asked, "mysql", connections.mysql());
    put(asked, "redis", connections.redis());
    put(asked, "mqtt", connections.mqtt());
    return JsonText.of(asked);
  }

  /// In seconds; whole ones where a program takes no other.
  private static Map<String, Object> limits(Patience patience) {
    return Map.of(
        "one", patience.millis(1500) / 1000.0,
        "ping", patience.millis(2000) / 1000.0,
        "mysql", patience.millis(2300) / 1000.0,
        "client", patience.of(Duration.ofSeconds(2)).toSeconds(),
        "whole", patience.millis(2600) / 1000.0,
        "process", patience.of(Duration.ofSeconds(20)).toSeconds());
  }

  private static void put(Map<String, Object> asked, String name, Connection connection) {
    if (connection.isGiven()) {
      asked.put(
          name,
          Map.of(
              "host", connection.host(),
              "port", connection.port(),
              "user", connection.user(),
              "password", connection.password().reveal(),
              "database", connection.database(),
              "statements", FAILURES));
    }
  }
}
