package com.dataflux.func.healthcheck.site;

import java.util.List;
import java.util.Map;

/// What MySQL says to the application's account.
///
/// @param error number of the client's error, such as 1045 or 2026; 0 where it let us in
/// @param detail the error as the client prints it
/// @param variables `version`, `character_set_server`, `Ssl_version`, … as far as it tells
/// @param grants lines of `SHOW GRANTS`
/// @param failures calls that failed in the last hour, by their reason
/// @param secondsAhead of the host's clock
public record MysqlView(
    int error,
    String detail,
    Map<String, String> variables,
    List<String> grants,
    Map<String, Long> failures,
    long secondsAhead) {

  public MysqlView {
    variables = Map.copyOf(variables);
    grants = List.copyOf(grants);
    failures = Map.copyOf(failures);
  }

  public String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  public boolean answered() {
    return error == 0;
  }
}
