package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.site.HostFiles;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The end of the engine's own log file.
final class LogEnd {
  private static final Pattern TIME = Pattern.compile("time=\"([^\"]+)\"");

  /// Bytes; the file itself may be of any size.
  private static final int MOST = 1 << 20;

  private LogEnd() {}

  /// Lines since a moment; those without a time are left out.
  static List<String> of(HostFiles files, String path, Instant since) {
    return files.exists(path)
        ? files.tail(path, MOST).lines().filter(line -> isSince(line, since)).toList()
        : List.of();
  }

  private static boolean isSince(String line, Instant since) {
    Matcher time = TIME.matcher(line);
    try {
      return time.find() && OffsetDateTime.parse(time.group(1)).toInstant().isAfter(since);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
