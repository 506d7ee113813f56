package com.dataflux.func.installer.command;

import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.JsonDisplay;
import com.dataflux.func.platform.display.TextDisplay;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs one command and ends with its exit code. Every failure, whatever it is, is shown as a
/// [Problem].
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // The host's locale may be "C", which has no letters beyond ASCII.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Display display =
        Arrays.asList(args).contains("--json")
            ? new JsonDisplay(out, err)
            : new TextDisplay(out, err, Terminal.is(Terminal.ERRORS));
    Interruption.arm(Thread.currentThread());
    int exitCode = run(display, out, args);
    Interruption.disarm();
    System.exit(exitCode);
  }

  /// Runs a command line in this process.
  ///
  /// @return the exit code
  static int run(Display display, PrintStream out, String... args) {
    CommandLine line = Commands.all(display);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, given) -> fail(display, misuse(e)));
    line.setExecutionExceptionHandler((e, command, result) -> fail(display, problem(e)));
    return line.execute(args);
  }

  private static int fail(Display display, Problem problem) {
    display.fail(problem);
    return problem.kind().exitCode();
  }

  private static Problem misuse(ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    List<String> near =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    return ProblemKind.USAGE.problem(
        String.valueOf(e.getMessage()),
        near.isEmpty() ? "" : "perhaps " + String.join(" or ", near) + " is meant",
        "See `%s --help`; nothing was changed.".formatted(name));
  }

  private static Problem problem(Exception e) {
    if (e instanceof ProblemException known) {
      return known.problem();
    }
    StackTraceElement[] trace = e.getStackTrace();
    return ProblemKind.UNEXPECTED.problem(
        "A fault of this program",
        e + (trace.length == 0 ? "" : " at " + trace[0]),
        "Report it with the command that was run; running the same command again does no harm.");
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
