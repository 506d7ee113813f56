package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.operate.Lifecycle;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.platform.display.Display;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Deploys the stack file as it stands.
@Command(
    name = "start",
    description = "Deploys the stack file as it stands, and waits until every service is healthy.")
final class StartCommand implements Callable<Integer> {
  private final Display display;

  @Option(names = "--dry-run", description = "Print the command only.")
  private boolean dryRun;

  StartCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Installed installed = Installed.onThisHost();
    return new StackRun(
            "start",
            StackClient.deployment(installed.dir().stackFile()),
            Lifecycle::start,
            "Every service is healthy.",
            "It runs already; every service is healthy.")
        .call(display, installed, dryRun);
  }
}
