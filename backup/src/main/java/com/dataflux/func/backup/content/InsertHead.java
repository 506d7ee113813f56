package com.dataflux.func.backup.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The beginning of a statement that carries rows: ``INSERT INTO `table` VALUES`` or the same with
/// a list of columns.
public final class InsertHead {
  static final byte[] START = "INSERT INTO `".getBytes(StandardCharsets.UTF_8);
  private static final byte[] VALUES = " VALUES ".getBytes(StandardCharsets.UTF_8);

  private InsertHead() {}

  /// The table that rows follow for, where these bytes are a head to its last blank.
  public static Optional<String> table(byte[] line, int length) {
    if (!starts(line, length, START)) {
      return Optional.empty();
    }
    int nameEnd = quotedEnd(line, START.length, length);
    int at = nameEnd + 1;
    if (at + 2 < length && line[at] == ' ' && line[at + 1] == '(') {
      at = columnsEnd(line, at + 2, length);
    }
    if (at < 0 || length - at != VALUES.length || !tails(line, at, VALUES)) {
      return Optional.empty();
    }
    String name = new String(line, START.length, nameEnd - START.length, StandardCharsets.UTF_8);
    return Optional.of(name.replace("``", "`"));
  }

  static boolean starts(byte[] line, int length, byte[] with) {
    return length >= with.length && tails(line, 0, with);
  }

  private static boolean tails(byte[] line, int from, byte[] with) {
    return Arrays.equals(line, from, from + with.length, with, 0, with.length);
  }

  /// Where the name ends that is quoted and begins here; the length where it does not end.
  private static int quotedEnd(byte[] line, int from, int length) {
    int at = from;
    while (at < length) {
      if (line[at] == '`') {
        if (at + 1 >= length || line[at + 1] != '`') {
          return at;
        }
        at++;
      }
      at++;
    }
    return length;
  }

  /// Behind the bracket that closes a list of columns, or -1 where it is not closed.
  private static int columnsEnd(byte[] line, int from, int length) {
    int at = from;
    while (at < length) {
      if (line[at] == '`') {
        at = quotedEnd(line, at + 1, length);
      } else if (line[at] == ')') {
        return at + 1;
      }
      at++;
    }
    return -1;
  }
}
