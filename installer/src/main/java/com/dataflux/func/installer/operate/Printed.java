package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The log of the application, or what one service has printed.
public final class Printed {
  private static final Duration AS_LONG_AS_WANTED = Duration.ofDays(3650);

  private final CommandRunner runner;
  private final Installed installed;

  public Printed(CommandRunner runner, Installed installed) {
    this.runner = runner;
    this.installed = installed;
  }

  /// @param service whose output is meant; the application's log where empty
  /// @param follow whether to go on with what is written from now on
  public void to(OutputStream out, Optional<String> service, int lines, boolean follow) {
    service.ifPresent(name -> requireKnown(installed, name));
    Command command =
        service
            .map(name -> StackClient.printed(name, lines, follow))
            .orElseGet(
                () ->
                    tail(installed.dir().data().resolve("logs/dataflux-func.log"), lines, follow));
    runner
        .run(command.within(AS_LONG_AS_WANTED), out)
        .orFail("The log could not be read", "See that there is one, and that Docker runs.");
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `USAGE` where the stack has no
  ///   such service
  public static void requireKnown(Installed installed, String service) {
    if (!installed.services().contains(service)) {
      throw ProblemKind.USAGE.exception(
          "%s is not a service".formatted(service),
          "the stack has " + String.join(", ", installed.services()),
          "Name one of them; nothing was changed.");
    }
  }

  private static Command tail(Path file, int lines, boolean follow) {
    return follow
        ? Command.of("tail", "-n", String.valueOf(lines), "-F", file.toString())
        : Command.of("tail", "-n", String.valueOf(lines), file.toString());
  }
}
