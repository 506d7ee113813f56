package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Configuration;
import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.platform.display.Display;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Holds the configuration against the table of keys.
@Command(
    name = "validate",
    description =
        "Holds user-config.yaml against the table of keys; ends with 3 where it is flawed.")
final class ConfigValidateCommand implements Callable<Integer> {
  private final Display display;

  ConfigValidateCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Configuration configuration = new Configuration(Installed.onThisHost());
    configuration.requireValid();
    display.answer(configuration.file() + " is valid.", Map.of("valid", true));
    return 0;
  }
}
