package com.dataflux.func.installer.command;

import com.dataflux.func.backup.Verification;
import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import java.io.IOException;
import java.nio.file.Files;
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
    Path copy = target.resolve(String.valueOf(dump.file().getFileName()));
    try (Activity activity = display.begin("Copy " + dump.name())) {
      copy(dump.file(), copy);
      copy(DumpDirectory.recordFile(dump.file()), DumpDirectory.recordFile(copy));
      DumpContent content =
          Verification.inspect(DumpDirectory.find(copy), place.packing(), activity);
      activity.done();
      display.answer(
          "%s: %s, %d rows, the same as the dump."
              .formatted(copy, Quantity.bytes(dump.bytes()), content.rows()),
          Map.of("file", copy, "bytes", dump.bytes(), "rows", content.rows()));
    }
    return 0;
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.exists(from)) {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "%s could not be copied to %s".formatted(from, to),
              e.toString(),
              "Look at the place's room, and that no file of that name is there.")
          .asException(e);
    }
  }
}
