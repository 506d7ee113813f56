package com.dataflux.func.backup.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what `mysqldump` writes, in pieces of any size and in bounded memory: counts rows, and
/// finds whether the dump is whole. Not a parser of SQL: it knows the few forms that `mysqldump`
/// has.
public final class DumpScanner {
  /// Longer lines outside of rows are bodies and definitions, of which the beginning is enough.
  private static final int LINE_LIMIT = 64 << 10;

  /// Where one quote is, others are near, and are met quicker byte by byte.
  private static final int NEAR = 32;

  private final Outline outline = new Outline();
  private final Map<String, TableContent> tables = new HashMap<>();
  private final RowChecksum checksum = new RowChecksum();
  private byte[] line = new byte[512];
  private int lineLength;
  private Where where = Where.IN_LINE;
  private String table = "";
  private TableContent content = TableContent.NONE;
  private long bytes;
  private long offset;
  private Optional<String> flaw = Optional.empty();

  private enum Where {
    IN_LINE,
    BETWEEN_ROWS,
    IN_ROW,
    IN_TEXT,
    BEHIND_BACKSLASH
  }

  /// Takes the next piece.
  public void accept(byte[] piece, int from, int length) {
    int end = from + length;
    int at = from;
    offset = bytes - from;
    while (at < end && flaw.isEmpty()) {
      at =
          switch (where) {
            case IN_LINE -> readLine(piece, at, end);
            case BETWEEN_ROWS -> readBetweenRows(piece, at, end);
            case IN_ROW, IN_TEXT, BEHIND_BACKSLASH -> readRow(piece, at, end);
          };
    }
    bytes += length;
  }

  /// Whether the dump has come as far as its first table.
  public boolean reachedTables() {
    return outline.tables() > 0;
  }

  /// What was met, once the last piece was taken.
  public DumpContent content() {
    Map<String, TableContent> all = new HashMap<>(tables);
    outline.tableNames().forEach(name -> all.putIfAbsent(name, TableContent.NONE));
    return new DumpContent(all, outline.objects(), bytes, flaw.or(this::unfinished));
  }

  private Optional<String> unfinished() {
    if (where != Where.IN_LINE) {
      return Optional.of("it ends within the rows of table %s".formatted(table));
    }
    return outline.completed() && lineLength == 0
        ? Optional.empty()
        : Optional.of("its last line is not the one that mysqldump ends with");
  }

  private int readLine(byte[] piece, int from, int end) {
    for (int at = from; at < end; at++) {
      byte next = piece[at];
      if (next == '\n') {
        outline.line(new String(line, 0, lineLength, StandardCharsets.UTF_8));
        lineLength = 0;
      } else if (lineLength < LINE_LIMIT) {
        append(next);
        if (next == ' ' && beginsRows()) {
          return at + 1;
        }
      }
    }
    return end;
  }

  private boolean beginsRows() {
    if (outline.inBody()) {
      return false;
    }
    Optional<String> found = InsertHead.table(line, lineLength);
    if (found.isEmpty()) {
      return false;
    }
    table = found.get();
    content = tables.getOrDefault(table, TableContent.NONE);
    lineLength = 0;
    where = Where.BETWEEN_ROWS;
    return true;
  }

  private void append(byte next) {
    if (lineLength == line.length) {
      line = Arrays.copyOf(line, lineLength * 2);
    }
    line[lineLength++] = next;
  }

  private int readBetweenRows(byte[] piece, int from, int end) {
    for (int at = from; at < end; at++) {
      switch (piece[at]) {
        case '(' -> {
          where = Where.IN_ROW;
          return at;
        }
        case ';' -> {
          tables.put(table, content);
          where = Where.IN_LINE;
          return at + 1;
        }
        case ',', ' ', '\n', '\r' -> {}
        default -> {
          flaw =
              Optional.of(
                  "byte %d, in the rows of table %s, cannot be there"
                      .formatted(offset + at, table));
          return end;
        }
      }
    }
    return end;
  }

  private int readRow(byte[] piece, int from, int end) {
    int at = from;
    while (at < end) {
      if (where == Where.IN_TEXT) {
        at = readText(piece, at, end);
      } else if (where == Where.BEHIND_BACKSLASH) {
        where = Where.IN_TEXT;
        at++;
      } else {
        at = Words.skip(piece, at, end, '\'', ')');
        while (at < end && piece[at] != '\'' && piece[at] != ')') {
          at++;
        }
        if (at < end && piece[at++] == ')') {
          checksum.add(piece, from, at);
          content = content.plus(checksum.take());
          where = Where.BETWEEN_ROWS;
          return at;
        } else if (piece[at - 1] == '\'') {
          where = Where.IN_TEXT;
        }
      }
    }
    checksum.add(piece, from, end);
    return end;
  }

  private int readText(byte[] piece, int from, int end) {
    int plain = from;
    while (plain < end) {
      int at = Words.skip(piece, plain, end, '\'');
      int near = at + NEAR;
      at += escapes(piece, plain, at) % 2;
      if (at > end) {
        where = Where.BEHIND_BACKSLASH;
        return end;
      }
      while (at < end && at < near) {
        byte next = piece[at++];
        if (next == '\'') {
          where = Where.IN_ROW;
          return at;
        }
        if (next == '\\' && at++ == end) {
          where = Where.BEHIND_BACKSLASH;
          return end;
        }
      }
      plain = at;
    }
    return end;
  }

  /// How many backslashes stand before a place, back to one that is not escaped itself.
  private static int escapes(byte[] piece, int from, int at) {
    int first = at;
    while (first > from && piece[first - 1] == '\\') {
      first--;
    }
    return at - first;
  }
}
