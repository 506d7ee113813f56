package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Configuration;
import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.HeldLock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Sets keys of the configuration.
@Command(
    name = "set",
    description = {
      "Sets keys, and restarts the services that read them.",
      "A value of - is read from standard input, a line each: passwords do not belong on a"
          + " command line."
    })
final class ConfigSetCommand implements Callable<Integer> {
  private final Display display;

  @Parameters(arity = "1..*", paramLabel = "KEY=VALUE", description = "Such as LOG_LEVEL=INFO.")
  private Map<String, String> given = new LinkedHashMap<>();

  @Mixin private ConfigApplying applying = new ConfigApplying();

  ConfigSetCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Installed installed = Installed.onThisHost();
    Configuration configuration = new Configuration(installed);
    given.replaceAll((key, value) -> value.equals("-") ? Question.line() : value);
    try (HeldLock _ = HostLock.take("config set")) {
      applying.apply(display, installed, configuration, configuration.setting(given));
    }
    return 0;
  }
}
