package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.operate.Lifecycle;
import com.dataflux.func.installer.operate.Printed;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.files.HeldLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Restarts the whole stack, or some of its services.
@Command(
    name = "restart",
    description = {
      "Removes the stack, deploys it again and waits until every service is healthy.",
      "With names of services, replaces the containers of these alone."
    })
final class RestartCommand implements Callable<Integer> {
  private final Display display;

  @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "Such as server or worker-0.")
  private List<String> services = new ArrayList<>();

  @Option(names = "--dry-run", description = "Print the commands only.")
  private boolean dryRun;

  RestartCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Installed installed = Installed.onThisHost();
    services.forEach(service -> Printed.requireKnown(installed, service));
    if (dryRun) {
      List<String> lines = lines(installed);
      display.answer(String.join("\n", lines), Map.of("commands", lines));
      return 0;
    }
    long begun = System.nanoTime();
    try (HeldLock _ = HostLock.take("restart")) {
      Lifecycle lifecycle = Lifecycle.of(display, installed);
      if (services.isEmpty()) {
        lifecycle.stop();
        lifecycle.start();
      } else {
        lifecycle.restart(new LinkedHashSet<>(services));
      }
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    display.answer(
        "Every service is healthy, after %s.".formatted(Quantity.time(taken)),
        Map.of("changed", true, "seconds", taken.toSeconds()));
    return 0;
  }

  private List<String> lines(Installed installed) {
    return services.isEmpty()
        ? List.of(
            StackClient.removal().line(),
            StackClient.deployment(installed.dir().stackFile()).line())
        : services.stream().map(service -> StackClient.restarting(service).line()).toList();
  }
}
