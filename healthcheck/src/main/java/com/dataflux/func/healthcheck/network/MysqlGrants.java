package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation.Connection;
import com.dataflux.func.healthcheck.site.MysqlView;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The application's account may do what dumps need.
final class MysqlGrants extends Check {
  private static final List<String> ON_DATABASE = List.of("SELECT", "LOCK TABLES", "SHOW VIEW");
  private static final Pattern GRANT = Pattern.compile("^GRANT (.*?) ON (\\S+) TO ");

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
    Set<String> held = held(mysql, connection.database());
    List<String> absent =
        held.contains("ALL PRIVILEGES")
            ? List.of()
            : ON_DATABASE.stream().filter(privilege -> !held.contains(privilege)).toList();
    String statement =
        "GRANT %s ON `%s`.* TO '%s'@'%%';"
            .formatted(String.join(", ", absent), connection.database(), connection.user());
    return absent.isEmpty()
        ? Verdict.healthy(connection.user())
        : missing.alone(connection.user(), String.join(", ", absent), statement);
  }

  private static Set<String> held(MysqlView mysql, String database) {
    Set<String> held = new TreeSet<>();
    for (String line : mysql.grants()) {
      Matcher grant = GRANT.matcher(line);
      if (grant.find() && covers(grant.group(2).replace("`", "").replace("\\", ""), database)) {
        held.addAll(List.of(grant.group(1).split(", ?", -1)));
      }
    }
    return held;
  }

  private static boolean covers(String granted, String database) {
    return granted.equals("*.*") || granted.equals(database + ".*") || granted.equals("%.*");
  }
}
