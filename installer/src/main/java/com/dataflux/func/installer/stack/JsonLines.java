package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.display.JsonText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// A file that grows by one JSON object a line.
public final class JsonLines {
  private JsonLines() {}

  /// Adds a line. What a power cut has torn off before it stays a line of its own.
  public static void add(Path file, Map<String, ?> fields) throws IOException {
    Files.writeString(
        file,
        (isTorn(file) ? "\n" : "") + JsonText.of(fields) + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static boolean isTorn(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      return false;
    }
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
      content.seek(content.length() - 1);
      return content.read() != '\n';
    }
  }
}
