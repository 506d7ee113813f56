package com.dataflux.func.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Puts a collation that servers before 8.0 know in the place of the one that later servers take by
/// themselves. Lines that carry rows pass as they are.
final class OlderCollations extends OutputStream {
  private static final String NEW = "utf8mb4_0900_ai_ci";
  private static final String OLD = "utf8mb4_unicode_ci";
  private static final String ROWS = "INSERT INTO `";

  /// A definition that is longer is passed in pieces.
  private static final int LIMIT = 64 << 10;

  private final OutputStream next;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean passing;

  OlderCollations(OutputStream next) {
    this.next = next;
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
      int begin = at;
      while (at < end && bytes[at] != '\n') {
        at++;
      }
      boolean lineEnds = at < end;
      at += lineEnds ? 1 : 0;
      take(bytes, begin, at - begin);
      if (lineEnds) {
        flush();
        passing = false;
      }
    }
  }

  private void take(byte[] bytes, int from, int length) throws IOException {
    if (passing) {
      next.write(bytes, from, length);
      return;
    }
    line.write(bytes, from, length);
    if (line.size() >= ROWS.length() && text().startsWith(ROWS)) {
      next.write(line.toByteArray());
      line.reset();
      passing = true;
    } else if (line.size() > LIMIT) {
      flush();
    }
  }

  private String text() {
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void flush() throws IOException {
    next.write(text().replace(NEW, OLD).getBytes(StandardCharsets.ISO_8859_1));
    line.reset();
  }
}
