package com.dataflux.func.installer.command;

import com.dataflux.func.backup.Verification;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts a dump in the place of what the database holds.
@Command(
    name = "restore",
    description = {
      "Puts a dump in the place of what the database holds.",
      "What it holds is dumped before, and put back where the restore fails."
    })
final class BackupRestoreCommand implements Callable<Integer> {
  private final Display display;

  @Mixin private BackupPlace place = new BackupPlace();

  @Parameters(index = "0", paramLabel = "FILE", description = "A file, or the name of a dump.")
  private Path file = Path.of("");

  @Option(names = "--yes", description = "Ask nothing.")
  private boolean yes;

  BackupRestoreCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    StoredDump dump = place.dump(file);
    if (!yes) {
      throw ProblemKind.REFUSED_BY_OPERATOR.exception(
          "Everything that was written after the dump %s was made goes".formatted(dump.name()),
          "a restore replaces the whole database, and stops the services meanwhile",
          "Run the same command with --yes.");
    }
    try (HeldLock _ = HostLock.take("backup restore")) {
      try (Activity check = display.begin("Check the dump")) {
        check.expect(dump.bytes());
        Verification.inspect(dump, place.packing(), check);
        check.done();
      }
      restore(place.inContainer(dump.file()));
    }
    return 0;
  }

  private void restore(Path inContainer) {
    BackupContainer container = new BackupContainer(new HostCommandRunner());
    try (Activity activity = display.begin("Restore the database")) {
      String said = container.restore(inContainer, place.dir(), LocalEngine::reach, activity);
      activity.done();
      display.answer(said, Map.of("said", said));
    }
  }
}
