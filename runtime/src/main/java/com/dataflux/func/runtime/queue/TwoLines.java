package com.dataflux.func.runtime.queue;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.RawJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;

/// How tasks and results travel: a line of JSON about the thing, then the value that it carries.
final class TwoLines {
  private TwoLines() {}

  static byte[] write(ObjectNode about, RawJson value) {
    byte[] first = Json.bytes(about);
    byte[] whole = new byte[first.length + 1 + value.length()];
    ByteBuffer.wrap(whole).put(first).put((byte) '\n').put(value.bytes());
    return whole;
  }

  /// Where the line that begins at `from` ends.
  static int end(byte[] text, int from) {
    for (int at = from; at < text.length; at++) {
      if (text[at] == '\n') {
        return at;
      }
    }
    throw new IllegalArgumentException("a line without an end");
  }
}
