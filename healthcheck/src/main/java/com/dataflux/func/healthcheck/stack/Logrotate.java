package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.List;

/// The log is turned over.
final class Logrotate extends Check {
  private static final String PATH = "/etc/logrotate.d/dataflux-func";

  private final Cause missing = warning("missing", Logrotate::write);
  private final Cause elsewhere = warning("elsewhere", Logrotate::write);

  Logrotate() {
    super("stack.logrotate", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    if (!site.files().exists(PATH)) {
      return missing.alone(PATH);
    }
    String log = site.installation().data() + "/logs/";
    return site.files().text(PATH).orElse("").contains(log)
        ? Verdict.healthy(PATH)
        : elsewhere.alone(PATH, log);
  }

  private static List<Change> write(Site site, Finding finding) {
    String rules = rules(site.installation().data());
    return List.of(new Change.Write(PATH, rules, "rw-r--r--"));
  }

  /// As an install writes them.
  static String rules(String data) {
    return """
    # The log of DataFlux Func. The program keeps its file open, so the content is copied and the file cut.
    "%s/logs/dataflux-func.log" {
        daily
        rotate 7
        maxsize 100M
        compress
        delaycompress
        copytruncate
        missingok
        notifempty
    }
    """
        .formatted(data);
  }
}
