package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.ConfigChange;
import com.dataflux.func.installer.operate.Configuration;
import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.operate.Lifecycle;
import com.dataflux.func.installer.stack.DeployedMark;
import com.dataflux.func.platform.display.Display;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// What commands that change the configuration have in common.
final class ConfigApplying {
  @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
  private boolean dryRun;

  @Option(names = "--no-restart", description = "Leave the services as they run.")
  private boolean noRestart;

  void apply(
      Display display, Installed installed, Configuration configuration, ConfigChange change) {
    if (!dryRun && !change.changed().isEmpty()) {
      boolean known = DeployedMark.ofConfiguration(installed.dir()).isCurrent();
      configuration.write(change);
      if (!noRestart && !change.restarts().isEmpty()) {
        Lifecycle.of(display, installed).restart(change.restarts());
      }
      if (known && !noRestart) {
        DeployedMark.ofConfiguration(installed.dir()).write();
      }
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("changed", change.changed());
    fields.put("restarts", change.restarts());
    fields.put("applied", !dryRun);
    display.answer(text(change), fields);
  }

  private String text(ConfigChange change) {
    if (change.changed().isEmpty()) {
      return "Nothing had to be changed.";
    }
    List<String> lines = new ArrayList<>();
    change.changed().forEach((key, values) -> lines.add("%s: %s".formatted(key, values)));
    String services = String.join(", ", change.restarts());
    if (!change.restarts().isEmpty()) {
      lines.add(
          dryRun || noRestart
              ? "Must restart to know of it: " + services
              : "Restarted, and healthy: " + services);
    }
    return String.join("\n", lines);
  }
}
