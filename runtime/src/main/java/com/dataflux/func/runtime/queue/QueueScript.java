package com.dataflux.func.runtime.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// The Lua scripts that change the queue, each of them at one stroke.
enum QueueScript {
  ENQUEUE,
  SETTLE,
  BEAT,
  REAP,
  CLEAR,
  RECORDS,
  DROP,
  REQUEUE,
  DISCARD;

  private final String source;
  private final String digest;

  QueueScript() {
    source = text("common") + text(name().toLowerCase(Locale.ROOT));
    try {
      byte[] whole = source.getBytes(UTF_8);
      digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(whole));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static String text(String script) {
    String name = "/queue/" + script + ".lua";
    try (InputStream stream = QueueScript.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String source() {
    return source;
  }

  /// The name under which Redis keeps the script once it has seen it.
  String digest() {
    return digest;
  }
}
