package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The stack file as it stands, an operator's edits included.
public final class StackFile {
  private StackFile() {}

  /// The port of this host under which it publishes the pages, in the long form or the short one.
  public static Optional<Port> webPort(Path file) {
    return YamlFile.read(file).get("services") instanceof Map<?, ?> services
            && services.get("server") instanceof Map<?, ?> server
            && server.get("ports") instanceof List<?> ports
        ? ports.stream().flatMap(port -> published(port).stream()).findFirst()
        : Optional.empty();
  }

  private static Optional<Port> published(Object port) {
    if (port instanceof Map<?, ?> form) {
      return String.valueOf(Port.WEB).equals(String.valueOf(form.get("target")))
          ? number(String.valueOf(form.get("published")))
          : Optional.empty();
    }
    // Such as "127.0.0.1:18088:8088".
    String[] parts = String.valueOf(port).split(":", -1);
    return parts.length > 1 && parts[parts.length - 1].equals(String.valueOf(Port.WEB))
        ? number(parts[parts.length - 2])
        : Optional.empty();
  }

  private static Optional<Port> number(String text) {
    return text.matches("[0-9]{1,5}")
        ? Optional.of(new Port(Integer.parseInt(text)))
        : Optional.empty();
  }

  /// Names of the services in it.
  public static Set<String> services(Path file) {
    if (YamlFile.read(file).get("services") instanceof Map<?, ?> services) {
      return services.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }
    throw ProblemKind.BAD_CONFIGURATION.exception(
        file + " has no services", "", "Mend the file, then run the same command again.");
  }
}
