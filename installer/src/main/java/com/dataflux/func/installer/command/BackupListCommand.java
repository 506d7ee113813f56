package com.dataflux.func.installer.command;

import com.dataflux.func.backup.DumpOrigin;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the dumps of this host and what is known of each.
@Command(name = "list", description = "Lists the dumps and what is known of each.")
final class BackupListCommand implements Callable<Integer> {
  private final Display display;

  @Mixin private BackupPlace place = new BackupPlace();

  BackupListCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    List<String> lines = new ArrayList<>();
    List<Map<String, Object>> dumps = new ArrayList<>();
    place
        .dumps()
        .forEach(
            (origin, listing) -> {
              for (StoredDump dump : listing) {
                lines.add(line(origin, dump));
                dumps.add(fields(origin, dump));
              }
            });
    display.answer(
        lines.isEmpty() ? "There is no dump yet." : String.join("\n", lines),
        Map.of("dumps", dumps));
    return 0;
  }

  private static String line(DumpOrigin origin, StoredDump dump) {
    return String.format(
        Locale.ROOT,
        "%-42s %8s  %-9s %-14s %s",
        dump.name(),
        Quantity.bytes(dump.bytes()),
        state(dump),
        name(origin),
        dump.record().map(BackupListCommand::details).orElse(""));
  }

  private static String details(DumpRecord known) {
    return "%d rows in %s%s"
        .formatted(
            known.content().rows(),
            Quantity.time(known.took()),
            known.lacking().isEmpty() ? "" : ", lacks " + String.join(" ", known.lacking()));
  }

  private static Map<String, Object> fields(DumpOrigin origin, StoredDump dump) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", dump.file());
    fields.put("origin", name(origin));
    fields.put("bytes", dump.bytes());
    fields.put("state", state(dump));
    dump.record()
        .ifPresent(
            known -> {
              fields.put("rows", known.content().rows());
              fields.put("crc32c", known.digest());
              fields.put("begun", known.begun());
              fields.put("milliseconds", known.took().toMillis());
              fields.put("checked", known.checked());
              fields.put("lacking", known.lacking());
            });
    return fields;
  }

  private static String state(StoredDump dump) {
    return dump.record().map(known -> known.state().toString()).orElse("unknown");
  }

  private static String name(DumpOrigin origin) {
    return origin.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
