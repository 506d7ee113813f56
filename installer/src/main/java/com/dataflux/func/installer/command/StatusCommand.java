package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.operate.Status;
import com.dataflux.func.installer.operate.StatusReport;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows how the install is.
@Command(
    name = "status",
    description = {
      "Shows version, services, last dump, disk, queues and what is to be done.",
      "Ends with 0 where everything is healthy, with 35 where it is not."
    })
final class StatusCommand implements Callable<Integer> {
  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final String CLEAR = "\u001B[H\u001B[2J";

  private final Display display;

  @Option(names = "--watch", description = "Show it again every 2 s, until Ctrl-C.")
  private boolean watch;

  StatusCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() throws InterruptedException {
    Status status = new Status(Installed.onThisHost(), LocalEngine::reach);
    while (true) {
      StatusReport report = status.look();
      display.answer((watch ? CLEAR : "") + report.text(), report.fields());
      if (!watch) {
        return report.isHealthy() ? 0 : ProblemKind.NOT_HEALTHY.exitCode();
      }
      Thread.sleep(BETWEEN);
    }
  }
}
