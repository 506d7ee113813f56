package com.dataflux.func.runtime;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.TextDisplay;
import java.security.Security;
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
    lookUpNamesAnew();
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
    System.exit(line.execute(args));
  }

  /// A service that is restarted has no address for a moment and another one afterwards. Kept for
  /// Java's usual 10 seconds, the first look-up without an answer would be the length of an outage.
  private static void lookUpNamesAnew() {
    Security.setProperty("networkaddress.cache.ttl", "1");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
  }

  private static int report(Exception failure) throws Exception {
    if (failure instanceof ProblemException e) {
      new TextDisplay(System.out, System.err, false).fail(e.problem());
      return e.problem().kind().exitCode();
    }
    throw failure;
  }
}
