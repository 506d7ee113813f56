package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The stack file as it stands, an operator's edits included.
public final class StackFile {
  private StackFile() {}

  /// Names of the services in it.
  public static Set<String> services(Path file) {
    if (YamlFile.read(file).get("services") instanceof Map<?, ?> services) {
      return services.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }
    throw ProblemKind.BAD_CONFIGURATION.exception(
        file + " has no services", "", "Mend the file, then run the same command again.");
  }
}
