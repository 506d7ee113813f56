package com.dataflux.func.installer.command;

import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.installer.full.FullArchive;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes a dump now, alone or with everything else that a lost host can be rebuilt from.
@Command(name = "now", description = "Makes a dump now and verifies it; rotation leaves it alone.")
final class BackupNowCommand implements Callable<Integer> {
  private static final int MOST_TOLD = 20;

  private final Display display;

  @Mixin private BackupPlace place = new BackupPlace();

  @Option(
      names = "--full",
      paramLabel = "DIRECTORY",
      description = {
        "Put an archive there with configuration, secrets, stack file, resources and packages,"
            + " too.",
        "It holds passwords; DB_AUTO_BACKUP_PASSWORD encrypts it."
      })
  private Optional<Path> full = Optional.empty();

  BackupNowCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Path dump;
    try (Activity activity = display.begin("Dump the database")) {
      dump = new BackupContainer(new HostCommandRunner()).dump(activity);
      activity.done();
    }
    if (full.isEmpty()) {
      Path file = place.dir().onHost(dump).orElse(dump);
      display.answer(file.toString(), Map.of("file", file));
    } else {
      Path archive = archive(place.onHost(dump), full.get());
      display.answer("%s holds everything.".formatted(archive), Map.of("archive", archive));
    }
    return 0;
  }

  private Path archive(Path dump, Path directory) {
    Packing packing = Packing.of(Compression.ZSTD, place.packing().password());
    String name =
        "dataflux-func-full-%s.tar%s"
            .formatted(
                String.valueOf(dump.getFileName()).replaceAll(".*-(\\d{8}-\\d{6}).*", "$1"),
                packing.format().ending());
    Path archive = directory.toAbsolutePath().resolve(name);
    try (Activity activity = display.begin("Write " + archive)) {
      List<String> changes = new FullArchive(packing).write(place.dir(), dump, archive);
      activity.note(Quantity.bytes(archive.toFile().length()));
      activity.done();
      if (!changes.isEmpty()) {
        display.warn(changed(changes));
      }
    }
    return archive;
  }

  private static Problem changed(List<String> changes) {
    int more = changes.size() - MOST_TOLD;
    return ProblemKind.FILE_FAILED.problem(
        "Files changed while they were archived: %d".formatted(changes.size()),
        String.join("; ", changes.stream().limit(MOST_TOLD).toList())
            + (more > 0 ? "; and %d more".formatted(more) : ""),
        "The archive is whole apart from them. Where they matter, make another when nothing writes"
            + " to them.");
  }
}
