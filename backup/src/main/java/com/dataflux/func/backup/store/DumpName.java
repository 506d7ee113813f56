package com.dataflux.func.backup.store;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a dump: `dataflux-func-sqldump-YYYYMMDD-hhmmss.sql`, or, of older releases,
/// `dataflux-sqldump-…`. One that is packed has `.gz` or `.zst` behind it, and `.gpg` where it is
/// encrypted.
///
/// @param time local time of the application's time zone
public record DumpName(LocalDateTime time, boolean oldStyle, DumpFormat format)
    implements Comparable<DumpName> {
  private static final Pattern FORM =
      Pattern.compile("dataflux(-func)?-sqldump-(\\d{8}-\\d{6})\\.sql(.*)");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

  public DumpName(LocalDateTime time) {
    this(time, false, DumpFormat.PLAIN);
  }

  /// The name that a file has, where it is one of a dump.
  public static Optional<DumpName> parse(String fileName) {
    Matcher parts = FORM.matcher(fileName);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.parse(parts.group(2), TIME);
      return DumpFormat.parse(parts.group(3))
          .map(format -> new DumpName(time, parts.group(1) == null, format));
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
    return "dataflux-%ssqldump-%s.sql%s"
        .formatted(oldStyle ? "" : "func-", TIME.format(time), format.ending());
  }
}
