package com.dataflux.func.backup.store;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a dump: `dataflux-func-sqldump-YYYYMMDD-hhmmss.sql`, or, of older releases,
/// `dataflux-sqldump-…`.
///
/// @param time local time of the application's time zone
public record DumpName(LocalDateTime time, boolean oldStyle) implements Comparable<DumpName> {
  private static final Pattern FORM =
      Pattern.compile("dataflux(-func)?-sqldump-(\\d{8}-\\d{6})\\.sql");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

  public DumpName(LocalDateTime time) {
    this(time, false);
  }

  /// The name that a file has, where it is one of a dump.
  public static Optional<DumpName> parse(String fileName) {
    Matcher parts = FORM.matcher(fileName);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.parse(parts.group(2), TIME);
      return Optional.of(new DumpName(time, parts.group(1) == null));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(DumpName other) {
    return time.compareTo(other.time);
  }

  @Override
  public String toString() {
    return "dataflux-%ssqldump-%s.sql".formatted(oldStyle ? "" : "func-", TIME.format(time));
  }
}
