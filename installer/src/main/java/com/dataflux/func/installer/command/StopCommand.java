package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.operate.Lifecycle;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.platform.display.Display;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Removes the stack; data and files stay.
@Command(
    name = "stop",
    description = "Removes the stack, and waits until its containers have ended; data stays.")
final class StopCommand implements Callable<Integer> {
  private final Display display;

  @Option(names = "--dry-run", description = "Print the command only.")
  private boolean dryRun;

  StopCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Installed installed = Installed.onThisHost();
    return new StackRun(
            "stop",
            StackClient.removal(),
            Lifecycle::stop,
            "It has ended; `dataflux-func start` starts it.",
            "It does not run.")
        .call(display, installed, dryRun);
  }
}
