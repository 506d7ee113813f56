package com.dataflux.func.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Rewrites a dump line by line as it streams by, in bounded memory. Statements that choose a
/// database or lock tables are left out; statements that carry rows of one table are joined until
/// they are large; definitions are made fit for the server. `mysqldump` writes each statement of
/// rows on a line of its own.
final class SqlRewriter extends OutputStream {
  /// No more is joined to a statement of this size: below every server's `max_allowed_packet`.
  private static final int LARGE = 512 << 10;

  /// A definition that is longer is passed in pieces.
  private static final int DEFINITION_LIMIT = 64 << 10;

  /// The collation that later servers take by themselves, and one that those before 8.0 know.
  private static final String NEW_COLLATION = "utf8mb4_0900_ai_ci";

  private static final String OLD_COLLATION = "utf8mb4_unicode_ci";

  private final OutputStream next;
  private final LoadRules rules;
  private final LineHead head = new LineHead();
  private final ByteArrayOutputStream definition = new ByteArrayOutputStream();
  private byte[] statement = {};
  private boolean statementOpen;
  private long statementLength;
  private int held = -1;
  private boolean inBody;
  private boolean inQuotes;
  private boolean inPresentTable;
  private Line line = Line.BEGINNING;

  private enum Line {
    BEGINNING,
    PASSED,
    LEFT_OUT,
    DEFINER,
    ROWS
  }

  SqlRewriter(OutputStream next, LoadRules rules) {
    this.next = next;
    this.rules = rules;
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
      head.writeTo(next);
    } else if (held >= 0) {
      next.write(held);
    }
    passDefinition();
  }

  private int begin(byte[] bytes, int from, int end) throws IOException {
    if (head.length() == 0 && repeatsStatement(bytes, from, end)) {
      joinRows();
      return from + statement.length;
    }
    for (int at = from; at < end; at++) {
      head.add(bytes[at]);
      if (bytes[at] == '\n' || !head.isOpen()) {
        decide(bytes[at] == '\n');
        return at + 1;
      }
      if (bytes[at] == '=' && losesDefiner()) {
        closeStatement();
        byte[] text = head.copy();
        pass(text, 0, text.length - "DEFINER=".length());
        head.clear();
        line = Line.DEFINER;
        return at + 1;
      }
      if (bytes[at] == ' ' && !inBody && head.beginsRows()) {
        beginRows();
        return at + 1;
      }
    }
    return end;
  }

  private boolean losesDefiner() {
    return !rules.keepsDefiners() && !inPresentTable && head.is(LineHead.DEFINER);
  }

  /// The common case in files of one row a statement, told from all others at once.
  private boolean repeatsStatement(byte[] bytes, int from, int end) {
    int to = from + statement.length;
    return statementOpen
        && statementLength < LARGE
        && to <= end
        && Arrays.equals(bytes, from, to, statement, 0, statement.length);
  }

  private void decide(boolean lineEnded) throws IOException {
    closeStatement();
    if (head.is(LineHead.DELIMITER)) {
      inBody = head.length() > "DELIMITER ;\n".length();
    } else if (!inBody && head.is(LineHead.TABLE)) {
      inPresentTable = rules.present().contains(head.sectionTable());
    } else if (!inBody && head.is(LineHead.OTHER_SECTION)) {
      inPresentTable = false;
    }
    boolean leftOut = inPresentTable || (!inBody && head.is(LineHead.LEFT_OUT));
    if (!leftOut) {
      byte[] text = head.copy();
      pass(text, 0, text.length);
    }
    head.clear();
    if (lineEnded) {
      passDefinition();
    }
    line = lineEnded ? Line.BEGINNING : leftOut ? Line.LEFT_OUT : Line.PASSED;
  }

  private void beginRows() throws IOException {
    if (inPresentTable) {
      line = Line.LEFT_OUT;
    } else if (statementOpen && statementLength < LARGE && head.equalTo(statement)) {
      joinRows();
    } else {
      closeStatement();
      statement = head.copy();
      statementLength = 0;
      next.write(statement);
      line = Line.ROWS;
    }
    head.clear();
  }

  private void joinRows() throws IOException {
    next.write(',');
    statementOpen = false;
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
      case PASSED, BEGINNING, DEFINER -> pass(bytes, from, lineEnded ? at + 1 : at);
    }
    if (lineEnded) {
      passDefinition();
      line = Line.BEGINNING;
      return at + 1;
    }
    return at;
  }

  /// Passes a part of a line that carries no rows.
  private void pass(byte[] bytes, int from, int end) throws IOException {
    if (!rules.older()) {
      next.write(bytes, from, end - from);
      return;
    }
    definition.write(bytes, from, end - from);
    if (definition.size() > DEFINITION_LIMIT) {
      passDefinition();
    }
  }

  private void passDefinition() throws IOException {
    if (definition.size() > 0) {
      String text = definition.toString(StandardCharsets.ISO_8859_1);
      next.write(text.replace(NEW_COLLATION, OLD_COLLATION).getBytes(StandardCharsets.ISO_8859_1));
      definition.reset();
    }
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
}
