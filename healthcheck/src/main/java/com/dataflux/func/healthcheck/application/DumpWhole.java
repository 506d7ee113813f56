package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.display.Quantity;
import java.util.List;
import java.util.regex.Pattern;

/// The last dump ends as a whole dump ends.
final class DumpWhole extends Check {
  /// The line that `mysqldump` writes last, whatever its version.
  private static final Pattern TRAILER = Pattern.compile("(?m)^-- Dump completed");

  private final Cause truncated = fault("truncated");
  private final Cause empty = fault("empty");

  DumpWhole() {
    super("application.dump-whole", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    List<Dumps.Dump> dumps = Dumps.of(site);
    if (dumps.isEmpty()) {
      return Verdict.healthy("-");
    }
    Dumps.Dump last = dumps.getLast();
    if (last.size() == 0) {
      return empty.alone(last.path());
    }
    boolean whole =
        !last.name().endsWith(".sql")
            || TRAILER.matcher(site.files().tail(last.path(), 512)).find();
    return whole
        ? Verdict.healthy(last.name())
        : truncated.alone(last.path(), Quantity.bytes(last.size()));
  }
}
