package com.dataflux.func.healthcheck.network;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.MysqlView;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;

/// MySQL keeps every character, and sorts as the application expects.
final class MysqlCharacters extends Check {
  private final Cause characterSet = warning("character-set");
  private final Cause collation = warning("collation");
  private final Cause shortIndexes = warning("short-indexes");

  MysqlCharacters() {
    super("network.mysql-characters", Vantage.WORKER, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    MysqlView mysql = Mysql.signedIn(site);
    List<Finding> findings = new ArrayList<>();
    String characters = mysql.variable("database_character_set");
    if (!characters.equals("utf8mb4")) {
      findings.add(
          characterSet.found(characters, site.installation().connections().mysql().database()));
    } else if (!mysql.variable("database_collation").equals("utf8mb4_unicode_ci")) {
      findings.add(
          collation.found(
              mysql.variable("database_collation"),
              site.installation().connections().mysql().database()));
    }
    if (mysql.variable("innodb_large_prefix").equalsIgnoreCase("OFF")) {
      findings.add(shortIndexes.found());
    }
    return Verdict.of(mysql.variable("database_collation"), findings);
  }
}
