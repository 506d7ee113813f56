package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation.Connection;
import com.dataflux.func.healthcheck.site.MysqlView;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.mysql.Grants;
import java.util.List;

/// The application's account may do what dumps need.
final class MysqlGrants extends Check {
  private static final List<String> ON_DATABASE = List.of("SELECT", "LOCK TABLES", "SHOW VIEW");

  private final Cause missing = warning("missing");
  private final Cause readOnly = fault("read-only");

  MysqlGrants() {
    super("network.mysql-grants", Vantage.WORKER);
  }

  @Override
  public Verdict examine(Site site) {
    MysqlView mysql = Mysql.signedIn(site);
    Connection connection = site.installation().connections().mysql();
    if (mysql.variable("read_only").equals("ON")) {
      return readOnly.alone(connection.endpoint());
    }
    Grants held = Grants.of(unescaped(mysql.grants()), connection.database());
    List<String> absent = ON_DATABASE.stream().filter(privilege -> !held.allow(privilege)).toList();
    String statement =
        "GRANT %s ON `%s`.* TO '%s'@'%%';"
            .formatted(String.join(", ", absent), connection.database(), connection.user());
    return absent.isEmpty()
        ? Verdict.healthy(connection.user())
        : missing.alone(connection.user(), String.join(", ", absent), statement);
  }

  /// The client that the probe asks writes a backslash twice.
  private static List<String> unescaped(List<String> lines) {
    return lines.stream().map(line -> line.replace("\\\\", "\\")).toList();
  }
}
