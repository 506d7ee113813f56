package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation.Connection;
import com.dataflux.func.healthcheck.site.MysqlView;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// MySQL lets the application in.
final class MysqlSignIn extends Check {
  private final Cause wrongPassword = fault("wrong-password");
  private final Cause noDatabase = fault("no-database");
  private final Cause tls = fault("tls", MysqlTls::allowNewer);
  private final Cause tooManyConnections = fault("too-many-connections");
  private final Cause hostNotAllowed = fault("host-not-allowed");
  private final Cause unreachable = fault("unreachable");
  private final Cause refuses = fault("refuses");

  MysqlSignIn() {
    super("network.mysql", Vantage.WORKER, Section.RESTART_LOOP, Section.MYSQL_TLS);
  }

  @Override
  public Verdict examine(Site site) {
    MysqlView view = Mysql.view(site);
    Connection mysql = site.installation().connections().mysql();
    // Error numbers are MySQL's own and stay; its texts do not.
    return switch (view.error()) {
      case 0 ->
          Verdict.healthy(
              "%s, %s".formatted(view.variable("version"), view.variable("Ssl_version")));
      case 1045, 1698 -> wrongPassword.alone(mysql.user(), mysql.endpoint());
      case 1044, 1049 -> noDatabase.alone(mysql.database(), mysql.user());
      case 2026 -> Verdict.of("", List.of(tls.found(mysql.endpoint()).showing(view.detail())));
      case 1040, 1203, 1226 -> tooManyConnections.alone(mysql.endpoint());
      case 1129, 1130 -> hostNotAllowed.alone(mysql.endpoint(), view.detail());
      case 2002, 2003, 2005, 2013 -> unreachable.alone(mysql.endpoint(), view.detail());
      default ->
          Verdict.of(
              "", List.of(refuses.found(mysql.endpoint(), view.error()).showing(view.detail())));
    };
  }
}
