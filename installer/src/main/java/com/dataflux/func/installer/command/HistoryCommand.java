package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.stack.History;
import com.dataflux.func.platform.display.Display;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// Lists the changes of the install.
@Command(
    name = "history",
    description = "Lists installs, upgrades, changes of options and rollbacks, oldest first.")
final class HistoryCommand implements Callable<Integer> {
  private final Display display;

  HistoryCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    List<Map<String, Object>> entries = new History(Installed.onThisHost().dir()).entries();
    display.answer(
        entries.isEmpty()
            ? "There is no change yet."
            : entries.stream().map(HistoryCommand::line).collect(Collectors.joining("\n")),
        Map.of("changes", entries));
    return 0;
  }

  private static String line(Map<String, Object> entry) {
    return String.format(
            Locale.ROOT,
            "%-22s %-9s %-8s → %-8s %s",
            entry.get("time"),
            entry.get("action"),
            entry.get("from"),
            entry.get("to"),
            entry.get("result"))
        + (entry.get("awaySeconds") instanceof Number away && away.doubleValue() > 0
            ? ", away for %s s".formatted(away)
            : "");
  }
}
