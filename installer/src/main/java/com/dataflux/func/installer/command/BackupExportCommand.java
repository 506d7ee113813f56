package com.dataflux.func.installer.command;

import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.installer.operate.DumpCopy;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Copies a dump elsewhere, to a USB stick perhaps, and reads the copy back.
@Command(name = "export", description = "Copies a dump to another place and reads the copy back.")
final class BackupExportCommand implements Callable<Integer> {
  private final Display display;

  @Mixin private BackupPlace place = new BackupPlace();

  @Parameters(index = "0", paramLabel = "DIRECTORY", description = "Where the copy goes.")
  private Path target = Path.of("");

  @Option(names = "--dump", paramLabel = "FILE", description = "The dump; the last one if none.")
  private Optional<Path> file = Optional.empty();

  BackupExportCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    StoredDump dump = file.map(place::dump).orElseGet(place::last);
    try (Activity activity = display.begin("Copy " + dump.name())) {
      DumpCopy copy = DumpCopy.of(dump, target, place.packing(), activity);
      activity.done();
      display.answer(
          "%s: %s, %d rows, the same as the dump."
              .formatted(copy.file(), Quantity.bytes(dump.bytes()), copy.content().rows()),
          Map.of("file", copy.file(), "bytes", dump.bytes(), "rows", copy.content().rows()));
    }
    return 0;
  }
}
