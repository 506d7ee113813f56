package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.operate.Rollback;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.HeldLock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Goes back to what ran before the last change.
@Command(
    name = "rollback",
    description = {
      "Goes back to what ran before the last upgrade or change of options.",
      "The data stays unless --data asks for that of before the upgrade."
    })
final class RollbackCommand implements Callable<Integer> {
  private final Display display;

  @Option(
      names = "--data",
      description = "Put the data of before the upgrade back; what was written since is lost.")
  private boolean data;

  @Option(names = "--dry-run", description = "Print the plan only.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Ask nothing.")
  private boolean yes;

  RollbackCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Rollback rollback = new Rollback(display, Installed.onThisHost(), data);
    List<String> plan = rollback.plan();
    if (dryRun) {
      display.answer(String.join("\n", plan), Map.of("plan", plan));
      return 0;
    }
    try (HeldLock _ = HostLock.take("rollback")) {
      plan.forEach(line -> display.inform("  " + line));
      if (!yes && !Question.yes(display, "Do this?")) {
        throw ProblemKind.REFUSED_BY_OPERATOR.exception(
            "Nothing was changed", "the question was not answered with yes", "Or give --yes.");
      }
      String version = rollback.run();
      display.answer("Version %s runs again.".formatted(version), Map.of("version", version));
    }
    return 0;
  }
}
