package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.operate.Uninstall;
import com.dataflux.func.installer.operate.UninstallRequest;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.HeldLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Takes the install off this host.
@Command(
    name = "uninstall",
    description = {
      "Removes the stack, the command, the log rotation and the record of the install.",
      "Data, images and Docker stay unless they are asked for; a last dump is made before."
    })
final class UninstallCommand implements Callable<Integer> {
  private final Display display;

  @Option(names = "--data", description = "Remove the install directory too, databases and all.")
  private boolean data;

  @Option(names = "--images", description = "Remove the images too.")
  private boolean images;

  @Option(names = "--engine", description = "Remove Docker too, if this program installed it.")
  private boolean engine;

  @Option(names = "--no-dump", description = "Make no last dump.")
  private boolean noDump;

  @Option(names = "--export", paramLabel = "DIR", description = "Copy the last dump there.")
  private Optional<Path> export = Optional.empty();

  @Option(names = "--dry-run", description = "Print the plan only.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Ask nothing.")
  private boolean yes;

  UninstallCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Installed installed = Installed.onThisHost();
    Uninstall uninstall =
        new Uninstall(
            display,
            installed,
            new UninstallRequest(data, images, engine, !noDump, export.map(Path::toAbsolutePath)));
    List<String> plan = uninstall.plan();
    if (dryRun) {
      display.answer(String.join("\n", plan), Map.of("plan", plan));
      return 0;
    }
    try (HeldLock _ = HostLock.take("uninstall")) {
      plan.forEach(line -> display.inform("  " + line));
      if (!yes && !Question.yes(display, "Do this?")) {
        throw ProblemKind.REFUSED_BY_OPERATOR.exception(
            "The install stays", "the question was not answered with yes", "Or give --yes.");
      }
      uninstall.run();
      display.answer("Uninstalled.", Map.of("done", plan));
    }
    return 0;
  }
}
