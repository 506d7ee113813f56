package com.dataflux.func.installer.command;

import com.dataflux.func.backup.Verification;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.process.HostCommandRunner;
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
    description = {
      "Reads a dump to its end and holds it against its record; the last one if none.",
      "With --restore it is also loaded into a scratch server without network, and compared there."
    })
final class BackupVerifyCommand implements Callable<Integer> {
  private final Display display;

  @Mixin private BackupPlace place = new BackupPlace();

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "A dump.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--all", description = "Every dump of this host.")
  private boolean all;

  @Option(names = "--restore", description = "Restore it into a scratch server, too.")
  private boolean restore;

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
        activity.note(verify(dump, activity));
        activity.done();
        whole++;
      } catch (ProblemException e) {
        display.fail(e.problem());
        exitCode = e.problem().kind().exitCode();
      }
    }
    display.answer(
        "%d of %d dumps are %s."
            .formatted(whole, dumps.size(), restore ? "whole and give back their rows" : "whole"),
        Map.of("whole", whole, "of", dumps.size()));
    return exitCode;
  }

  private String verify(StoredDump dump, Activity activity) {
    StoredDump verified =
        new Verification(Clock.systemUTC(), place.packing()).verify(dump, activity);
    if (restore) {
      return new BackupContainer(new HostCommandRunner())
          .tryOut(place.inContainer(dump.file()), activity);
    }
    return verified.record().map(known -> known.content().rows() + " rows").orElse("");
  }

  private List<StoredDump> chosen() {
    if (all) {
      return place.dumps().values().stream().flatMap(List::stream).toList();
    }
    return List.of(file.map(place::dump).orElseGet(place::last));
  }
}
