package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.display.Quantity;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last dump ends as a whole dump ends, or, where it is packed, is as its record says.
final class DumpWhole extends Check {
  /// The line that `mysqldump` writes last, whatever its version.
  private static final Pattern TRAILER = Pattern.compile("(?m)^-- Dump completed");

  /// Of the record beside a dump, which is written before the dump has its name.
  private static final Pattern DIGEST = Pattern.compile("(?m)^crc32c: ([0-9a-f]{8})$");

  /// The line that a record ends with.
  private static final Pattern WHOLE_RECORD = Pattern.compile("(?m)^end: $");

  /// What is read within the time of a check on a slow disk.
  private static final long MOST = 64 << 20;

  private final Cause truncated = fault("truncated");
  private final Cause empty = fault("empty");
  private final Cause altered = fault("altered");

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
    if (!last.name().endsWith(".sql")) {
      return packed(site, last);
    }
    return TRAILER.matcher(site.files().tail(last.path(), 512)).find()
        ? Verdict.healthy(last.name())
        : truncated.alone(last.path(), Quantity.bytes(last.size()));
  }

  private Verdict packed(Site site, Dumps.Dump dump) {
    String record = site.files().text(dump.path() + ".record").orElse("");
    Matcher digest = DIGEST.matcher(record);
    if (!WHOLE_RECORD.matcher(record).find() || !digest.find()) {
      return Verdict.healthy(dump.name() + ", without a record");
    }
    return dump.size() > MOST || site.files().crc32c(dump.path()).equals(digest.group(1))
        ? Verdict.healthy(dump.name())
        : altered.alone(dump.path());
  }
}
