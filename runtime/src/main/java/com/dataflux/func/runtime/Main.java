package com.dataflux.func.runtime;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.TextDisplay;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one program of the application's image.
@Command(
    name = "dataflux-func-runtime",
    subcommands = {ServerCommand.class, WorkerCommand.class, BeatCommand.class, AdminCommand.class})
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Nothing is logged to the terminal of the admin tool; services set up their log themselves.
    LogManager.getLogManager().reset();
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
    System.exit(line.execute(args));
  }

  private static int report(Exception failure) throws Exception {
    if (failure instanceof ProblemException e) {
      new TextDisplay(System.out, System.err, false).fail(e.problem());
      return e.problem().kind().exitCode();
    }
    throw failure;
  }
}
