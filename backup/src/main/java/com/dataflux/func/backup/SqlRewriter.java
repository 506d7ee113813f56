package com.dataflux.func.backup;

import com.dataflux.func.backup.content.InsertHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Rewrites a dump line by line as it streams by, in bounded memory. Statements that choose a
/// database or lock tables are left out; statements that carry rows of one table are joined until
/// they are large. `mysqldump` writes each such statement on a line of its own.
final class SqlRewriter extends OutputStream {
  /// No more is joined to a statement of this size: below every server's `max_allowed_packet`.
  private static final int LARGE = 512 << 10;

  /// A longer beginning of a line is none that is looked for.
  private static final int HEAD_LIMIT = 64 << 10;

  private static final List<byte[]> LEFT_OUT =
      heads("CREATE DATABASE ", "USE `", "LOCK TABLES `", "UNLOCK TABLES;");
  private static final List<byte[]> DELIMITER = heads("DELIMITER ");
  private static final List<byte[]> INSERT = heads("INSERT INTO `");
  private static final List<byte[]> DEFINER =
      heads(
          "/*!50013 DEFINER=",
          "/*!50003 CREATE*/ /*!50017 DEFINER=",
          "/*!50106 CREATE*/ /*!50117 DEFINER=",
          "CREATE DEFINER=");
  private static final List<byte[]> ALL =
      Stream.of(LEFT_OUT, DELIMITER, INSERT, DEFINER).flatMap(List::stream).toList();

  private final OutputStream next;
  private final boolean keepsDefiners;
  private byte[] head = new byte[512];
  private int headLength;
  private byte[] statement = {};
  private boolean statementOpen;
  private long statementLength;
  private int held = -1;
  private boolean inBody;
  private boolean inQuotes;
  private Line line = Line.BEGINNING;

  private enum Line {
    BEGINNING,
    PASSED,
    LEFT_OUT,
    DEFINER,
    ROWS
  }

  /// @param keepsDefiners whether views, routines, triggers and events stay those of the account
  ///   that made them, or become those of the account that loads them
  SqlRewriter(OutputStream next, boolean keepsDefiners) {
    this.next = next;
    this.keepsDefiners = keepsDefiners;
  }

  private static List<byte[]> heads(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int end = from + length;
    int at = from;
    while (at < end) {
      at = line == Line.BEGINNING ? begin(bytes, at, end) : go(bytes, at, end);
    }
  }

  /// Writes what is still held back.
  void finish() throws IOException {
    if (line == Line.BEGINNING) {
      closeStatement();
      next.write(head, 0, headLength);
    } else if (held >= 0) {
      next.write(held);
    }
  }

  private int begin(byte[] bytes, int from, int end) throws IOException {
    if (headLength == 0 && repeatsStatement(bytes, from, end)) {
      head = Arrays.copyOf(statement, Math.max(statement.length, head.length));
      headLength = statement.length;
      beginRows();
      return from + statement.length;
    }
    for (int at = from; at < end; at++) {
      append(bytes[at]);
      if (bytes[at] == '\n' || headLength == HEAD_LIMIT || !mayMatch(ALL)) {
        decide(bytes[at] == '\n');
        return at + 1;
      }
      if (bytes[at] == '=' && !keepsDefiners && matches(DEFINER)) {
        closeStatement();
        next.write(head, 0, headLength - "DEFINER=".length());
        headLength = 0;
        line = Line.DEFINER;
        return at + 1;
      }
      if (bytes[at] == ' ' && !inBody && InsertHead.table(head, headLength).isPresent()) {
        beginRows();
        return at + 1;
      }
    }
    return end;
  }

  /// The common case in files of one row a statement, told from all others at once.
  private boolean repeatsStatement(byte[] bytes, int from, int end) {
    int to = from + statement.length;
    return statementOpen
        && to <= end
        && Arrays.equals(bytes, from, to, statement, 0, statement.length);
  }

  private void decide(boolean lineEnded) throws IOException {
    closeStatement();
    if (matches(DELIMITER)) {
      inBody = headLength > "DELIMITER ;\n".length();
    }
    boolean leftOut = !inBody && matches(LEFT_OUT);
    if (!leftOut) {
      next.write(head, 0, headLength);
    }
    headLength = 0;
    line = lineEnded ? Line.BEGINNING : leftOut ? Line.LEFT_OUT : Line.PASSED;
  }

  private void beginRows() throws IOException {
    boolean joins =
        statementOpen
            && statementLength < LARGE
            && Arrays.equals(head, 0, headLength, statement, 0, statement.length);
    if (joins) {
      next.write(',');
    } else {
      closeStatement();
      statement = Arrays.copyOf(head, headLength);
      statementLength = 0;
      next.write(statement);
    }
    statementOpen = false;
    headLength = 0;
    line = Line.ROWS;
  }

  /// Ends the statement whose semicolon was held back.
  private void closeStatement() throws IOException {
    if (statementOpen) {
      next.write(';');
      next.write('\n');
      statementOpen = false;
    }
  }

  private int go(byte[] bytes, int from, int end) throws IOException {
    if (line == Line.DEFINER) {
      return skipDefiner(bytes, from, end);
    }
    int at = from;
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    boolean lineEnded = at < end;
    switch (line) {
      case LEFT_OUT -> {}
      case ROWS -> rows(bytes, from, at, lineEnded);
      case PASSED, BEGINNING, DEFINER ->
          next.write(bytes, from, lineEnded ? at + 1 - from : at - from);
    }
    if (lineEnded) {
      line = Line.BEGINNING;
      return at + 1;
    }
    return at;
  }

  /// An account is two quoted names with `@` between them, and no blank or `*` outside of quotes.
  private int skipDefiner(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at++) {
      byte octet = bytes[at];
      if (octet == '`') {
        inQuotes = !inQuotes;
      } else if (!inQuotes && (octet == ' ' || octet == '*' || octet == '\n')) {
        line = Line.PASSED;
        return at;
      }
    }
    return end;
  }

  /// Passes rows on but for the last byte, which may be the semicolon.
  private void rows(byte[] bytes, int from, int end, boolean lineEnded) throws IOException {
    if (end > from) {
      if (held >= 0) {
        next.write(held);
      }
      next.write(bytes, from, end - from - 1);
      held = bytes[end - 1] & 0xff;
      statementLength += end - from;
    }
    if (lineEnded) {
      statementOpen = held == ';';
      if (!statementOpen) {
        next.write(held);
        next.write('\n');
      }
      held = -1;
    }
  }

  private void append(byte octet) {
    if (headLength == head.length) {
      head = Arrays.copyOf(head, headLength * 2);
    }
    head[headLength++] = octet;
  }

  private boolean mayMatch(List<byte[]> heads) {
    return heads.stream().anyMatch(wanted -> agrees(wanted, Math.min(headLength, wanted.length)));
  }

  private boolean matches(List<byte[]> heads) {
    return heads.stream()
        .anyMatch(wanted -> headLength >= wanted.length && agrees(wanted, wanted.length));
  }

  private boolean agrees(byte[] wanted, int length) {
    return Arrays.equals(head, 0, length, wanted, 0, length);
  }
}
