package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What became of an install: one JSON object a line for each change.
public final class History {
  private final Path file;

  public History(InstallDir dir) {
    this.file = dir.toolkit().resolve("history.jsonl");
  }

  /// A change that has come to its end.
  ///
  /// @param action such as `upgrade`
  /// @param from the version before; empty at an install
  /// @param result such as `done`
  /// @param away how long the pages did not answer
  public record Entry(
      Instant time, String action, String from, String to, String result, Duration away) {

    public static Entry now(String action, String from, String to, String result, Duration away) {
      return new Entry(
          Instant.now().truncatedTo(ChronoUnit.SECONDS), action, from, to, result, away);
    }

    public Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("time", time);
      fields.put("action", action);
      fields.put("from", from);
      fields.put("to", to);
      fields.put("result", result);
      fields.put("awaySeconds", away.toMillis() / 1000.0);
      return fields;
    }
  }

  public void add(Entry entry) {
    try {
      JsonLines.add(file, entry.fields());
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(file + " could not be written", e.toString(), "Look at the disk's free space.")
          .asException(e);
    }
  }

  /// A line that a power cut has torn, perhaps within a letter, is none.
  private Stream<Map<String, Object>> entry(String line) {
    try {
      return Stream.of(YamlFile.parse(file, line));
    } catch (ProblemException e) {
      return Stream.of();
    }
  }

  /// Oldest first.
  public List<Map<String, Object>> entries() {
    try {
      return Files.exists(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .lines()
              .flatMap(this::entry)
              .filter(entry -> !entry.isEmpty())
              .toList()
          : List.of();
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(file + " could not be read", e.toString(), "Look at the file and its mode.")
          .asException(e);
    }
  }
}
