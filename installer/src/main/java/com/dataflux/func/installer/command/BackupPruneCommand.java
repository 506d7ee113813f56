package com.dataflux.func.installer.command;

import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.files.HeldLock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Deletes the oldest hourly dumps, by the rules of rotation.
@Command(
    name = "prune",
    description = {
      "Deletes the oldest hourly dumps.",
      "None goes before one was verified, and the last that was verified never does."
    })
final class BackupPruneCommand implements Callable<Integer> {
  private final Display display;

  @Mixin private BackupPlace place = new BackupPlace();

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "168",
      description = "How many stay; ${DEFAULT-VALUE} if not given.")
  private int keep;

  @Option(names = "--dry-run", description = "Name them only.")
  private boolean dryRun;

  BackupPruneCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    if (keep < 1) {
      throw ProblemKind.USAGE.exception(
          "--keep %d is not a number of dumps".formatted(keep),
          "at least 1 stays",
          "Nothing was changed.");
    }
    try (HeldLock _ = place.hourly().lock("backup prune")) {
      List<StoredDump> surplus = Retention.of(keep).surplus(place.hourly().list());
      if (!dryRun) {
        surplus.forEach(DumpDirectory::delete);
      }
      long bytes = surplus.stream().mapToLong(StoredDump::bytes).sum();
      display.answer(
          "%d dumps, %s, %s."
              .formatted(
                  surplus.size(), Quantity.bytes(bytes), dryRun ? "would go" : "were deleted"),
          Map.of("files", surplus.stream().map(StoredDump::file).toList(), "bytes", bytes));
    }
    return 0;
  }
}
