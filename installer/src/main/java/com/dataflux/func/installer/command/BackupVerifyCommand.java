package com.dataflux.func.installer.command;

import com.dataflux.func.backup.Verification;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads dumps to their end and holds them against their records.
@Command(
    name = "verify",
    description = "Reads a dump to its end and holds it against its record; the last one if none.")
final class BackupVerifyCommand implements Callable<Integer> {
  private final Display display;

  @Mixin private BackupPlace place = new BackupPlace();

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "A dump.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--all", description = "Every dump of this host.")
  private boolean all;

  BackupVerifyCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    int exitCode = 0;
    int whole = 0;
    List<StoredDump> dumps = chosen();
    for (StoredDump dump : dumps) {
      try (Activity activity = display.begin("Verify " + dump.name())) {
        activity.expect(dump.bytes());
        new Verification(Clock.systemUTC()).verify(dump, activity);
        activity.done();
        whole++;
      } catch (ProblemException e) {
        display.fail(e.problem());
        exitCode = e.problem().kind().exitCode();
      }
    }
    display.answer(
        "%d of %d dumps are whole.".formatted(whole, dumps.size()), Map.of("whole", whole));
    return exitCode;
  }

  private List<StoredDump> chosen() {
    if (all) {
      return place.dumps().values().stream().flatMap(List::stream).toList();
    }
    return List.of(file.map(place::dump).orElseGet(place::last));
  }
}
