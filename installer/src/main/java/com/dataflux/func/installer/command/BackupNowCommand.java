package com.dataflux.func.installer.command;

import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Makes a dump now. Rotation leaves it alone.
@Command(name = "now", description = "Makes a dump now and verifies it; rotation leaves it alone.")
final class BackupNowCommand implements Callable<Integer> {
  private final Display display;

  BackupNowCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    try (Activity activity = display.begin("Dump the database")) {
      String said = new BackupContainer(new HostCommandRunner()).run(List.of("now"));
      activity.done();
      display.answer(said, Map.of("said", said));
    }
    return 0;
  }
}
