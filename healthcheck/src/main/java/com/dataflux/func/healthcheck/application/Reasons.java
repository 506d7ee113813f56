package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why calls failed lately: the records in the database, and the end of the log.
final class Reasons {
  private static final int LOG_TAIL = 256 * 1024;
  private static final Pattern REASON =
      Pattern.compile(
          "\\b(EFuncTimeout|EAPITimeout|EFuncFailed|EClientBadRequest|EFuncResultParsingFailed|EScriptPreCheck)\\b");

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(?:Z|[+-]\\d\\d:\\d\\d)");

  private Reasons() {}

  static Map<String, Long> of(Site site) {
    Map<String, Long> counts = new TreeMap<>(inLog(site));
    try {
      site.fromWorker()
          .mysql()
          .ifPresent(
              mysql ->
                  mysql
                      .failures()
                      .forEach((reason, count) -> counts.merge(reason, count, Math::max)));
    } catch (Unavailable e) {
      // The log alone tells something too.
    }
    return counts;
  }

  private static Map<String, Long> inLog(Site site) {
    String log = site.installation().data() + "/logs/dataflux-func.log";
    Instant since = site.now().minus(Duration.ofHours(1));
    if (!site.files().exists(log) || site.files().modified(log).isBefore(since)) {
      return Map.of();
    }
    Map<String, Long> counts = new TreeMap<>();
    for (String line : site.files().tail(log, LOG_TAIL).lines().toList()) {
      Matcher reason = REASON.matcher(line);
      if (reason.find() && isSince(line, since)) {
        counts.merge(reason.group(1), 1L, Long::sum);
      }
    }
    return counts;
  }

  /// By the moment at its beginning; lines without one count.
  private static boolean isSince(String line, Instant since) {
    Matcher moment = MOMENT.matcher(line);
    return !moment.find() || OffsetDateTime.parse(moment.group()).toInstant().isAfter(since);
  }
}
