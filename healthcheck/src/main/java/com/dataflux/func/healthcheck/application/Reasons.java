package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.time.Duration;
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
    if (!site.files().exists(log)
        || site.files().modified(log).isBefore(site.now().minus(Duration.ofHours(1)))) {
      return Map.of();
    }
    Map<String, Long> counts = new TreeMap<>();
    for (String line : site.files().tail(log, LOG_TAIL).lines().toList()) {
      Matcher reason = REASON.matcher(line);
      if (reason.find()) {
        counts.merge(reason.group(1), 1L, Long::sum);
      }
    }
    return counts;
  }
}
