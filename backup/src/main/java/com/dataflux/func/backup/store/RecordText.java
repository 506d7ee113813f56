package com.dataflux.func.backup.store;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.content.DumpObjects;
import com.dataflux.func.backup.content.TableContent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A record as lines of `key: value`; `table:` lines hold rows, checksum and name. The last line is
/// `end:`, so that a record cut short is none.
final class RecordText {
  private RecordText() {}

  static String write(DumpRecord dump) {
    StringBuilder text = new StringBuilder();
    DumpContent content = dump.content();
    line(text, "state", dump.state().name());
    line(text, "sequence", dump.sequence());
    line(text, "crc32c", dump.digest());
    line(text, "bytes", content.bytes());
    line(text, "server", dump.server());
    line(text, "begun", dump.begun());
    line(text, "took", dump.took());
    line(text, "checked", dump.checked());
    dump.restoredIn().ifPresent(loaded -> line(text, "restored-in", loaded));
    DumpObjects objects = content.objects();
    line(
        text,
        "objects",
        "%d %d %d %d %d"
            .formatted(
                objects.tables(),
                objects.views(),
                objects.triggers(),
                objects.routines(),
                objects.events()));
    dump.lacking().forEach(lack -> line(text, "lacking", lack));
    new TreeMap<>(content.tables())
        .forEach(
            (name, table) ->
                line(text, "table", table.rows() + " " + table.checksum() + " " + name));
    line(text, "end", "");
    return text.toString();
  }

  private static void line(StringBuilder text, String key, Object value) {
    text.append(key).append(": ").append(value).append('\n');
  }

  /// The record that a text holds; none where it is cut short or not a record.
  static Optional<DumpRecord> read(String text) {
    Map<String, List<String>> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        values.merge(
            line.substring(0, colon), List.of(line.substring(colon + 2)), RecordText::joined);
      }
    }
    if (!values.containsKey("end")) {
      return Optional.empty();
    }
    try {
      return Optional.of(record(values));
    } catch (IllegalArgumentException
        | DateTimeException
        | IndexOutOfBoundsException
        | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static DumpRecord record(Map<String, List<String>> values) {
    int[] objects =
        Arrays.stream(only(values, "objects").split(" ")).mapToInt(Integer::parseInt).toArray();
    Map<String, TableContent> tables = new HashMap<>();
    for (String table : values.getOrDefault("table", List.of())) {
      String[] parts = table.split(" ", 3);
      tables.put(parts[2], new TableContent(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }
    DumpContent content =
        new DumpContent(
            tables,
            new DumpObjects(objects[0], objects[1], objects[2], objects[3], objects[4]),
            Long.parseLong(only(values, "bytes")),
            Optional.empty());
    return new DumpRecord(
        DumpState.valueOf(only(values, "state")),
        Long.parseLong(only(values, "sequence")),
        only(values, "crc32c"),
        content,
        only(values, "server"),
        Instant.parse(only(values, "begun")),
        Duration.parse(only(values, "took")),
        Instant.parse(only(values, "checked")),
        values.getOrDefault("restored-in", List.of()).stream().findFirst().map(Duration::parse),
        values.getOrDefault("lacking", List.of()));
  }

  private static String only(Map<String, List<String>> values, String key) {
    return values.getOrDefault(key, List.of()).getFirst();
  }
}
