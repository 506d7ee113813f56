package com.dataflux.func.healthcheck.repair;

import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The records of repairs on this host, a file each, readable for root only since old contents
/// stand in them.
public final class RepairRecords {
  /// Where they lie on a host.
  public static final String DIRECTORY = "/var/lib/dataflux-func/repairs";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final HostFiles files;
  private final Clock clock;

  public RepairRecords(HostFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  RepairRecord begin(String cause) {
    Instant now = clock.instant();
    return new RepairRecord(NAME.format(now) + "-" + cause, cause, now, List.of());
  }

  void save(RepairRecord record) {
    AtomicFile.write(
        files.at(DIRECTORY + "/" + record.id() + ".json"),
        RepairJson.write(record),
        AtomicFile.PRIVATE);
  }

  void remove(RepairRecord record) {
    try {
      Files.deleteIfExists(files.at(DIRECTORY + "/" + record.id() + ".json"));
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "The record %s could not be removed".formatted(record.id()),
              e.toString(),
              "Look at its permissions.")
          .asException(e);
    }
  }

  /// All of them, the latest first.
  public List<RepairRecord> all() {
    return files.list(DIRECTORY).stream()
        .filter(name -> name.endsWith(".json"))
        .map(name -> RepairJson.read(files.text(DIRECTORY + "/" + name).orElse("")))
        .sorted(Comparator.comparing(RepairRecord::id).reversed())
        .toList();
  }

  /// The record of an id, or the latest for `last`.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `USAGE` where there is none
  public RepairRecord find(String id) {
    return all().stream()
        .filter(record -> id.equals("last") || record.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemKind.USAGE.exception(
                    "There is no repair " + id + " to take back",
                    DIRECTORY
                        + " holds "
                        + (all().isEmpty()
                            ? "none"
                            : all().stream()
                                .map(RepairRecord::id)
                                .collect(Collectors.joining(", "))),
                    "Give one of those, or `last`."));
  }
}
