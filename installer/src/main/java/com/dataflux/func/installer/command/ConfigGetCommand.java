package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Configuration;
import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.settings.Setting;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints one value of the configuration, or all.
@Command(
    name = "get",
    description = "Prints the value of a key, or every key with its value; secrets are stars.")
final class ConfigGetCommand implements Callable<Integer> {
  private final Display display;

  @Parameters(arity = "0..1", paramLabel = "KEY", description = "Such as LOG_LEVEL.")
  private Optional<String> key = Optional.empty();

  @Option(names = "--reveal", description = "Print secrets as they are.")
  private boolean reveal;

  ConfigGetCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Map<String, String> values = new Configuration(Installed.onThisHost()).values(reveal);
    if (key.isEmpty()) {
      display.answer(
          values.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + entry.getValue())
              .collect(Collectors.joining("\n")),
          values);
      return 0;
    }
    String value = values.get(key.get());
    if (value == null) {
      throw ProblemKind.USAGE.exception(
          "%s is not set, and is no key of the configuration".formatted(key.get()),
          "did you mean %s?".formatted(Setting.nearestTo(key.get())),
          "`dataflux-func config get` lists all.");
    }
    display.answer(value, Map.of(key.get(), value));
    return 0;
  }
}
