package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.operate.Printed;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the end of a log.
@Command(
    name = "logs",
    description = "Prints the end of the application's log, or of what one service has printed.")
final class LogsCommand implements Callable<Integer> {
  private final Display display;

  @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "Such as server or mysql.")
  private Optional<String> service = Optional.empty();

  @Option(
      names = "--lines",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many; ${DEFAULT-VALUE} if not given.")
  private int lines;

  @Option(names = "--follow", description = "Go on with what is written from now on, until Ctrl-C.")
  private boolean follow;

  LogsCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Printed printed = new Printed(new HostCommandRunner(), Installed.onThisHost());
    if (follow) {
      printed.to(new FileOutputStream(FileDescriptor.out), service, lines, true);
      return 0;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    printed.to(out, service, lines, false);
    String text = out.toString(StandardCharsets.UTF_8).stripTrailing();
    display.answer(text, Map.of("lines", text.lines().toList()));
    return 0;
  }
}
