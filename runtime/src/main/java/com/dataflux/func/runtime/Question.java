package com.dataflux.func.runtime;

import com.dataflux.func.platform.ProblemKind;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Asks the operator, on a terminal or from a pipe.
final class Question {
  private static final BufferedReader PIPE =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  private Question() {}

  static String ask(String prompt) {
    System.out.print(prompt);
    System.out.flush();
    return line();
  }

  /// Asks without showing what is typed, where there is a terminal.
  // Which console there is, and whether null stands for none, differs between releases of the JDK.
  @SuppressWarnings("SystemConsoleNull")
  static String askHidden(String prompt) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return ask(prompt);
    }
    char[] typed = console.readPassword("%s", prompt);
    if (typed == null) {
      throw unanswered();
    }
    return new String(typed);
  }

  /// Goes on only at the literal `yes`.
  static void confirm() {
    if (!ask("Are you sure you want to do this? (yes/no): ").equals("yes")) {
      throw ProblemKind.REFUSED_BY_OPERATOR.exception(
          "Nothing was changed", "the answer was not yes", "Run the command again to do it.");
    }
  }

  private static String line() {
    try {
      String line = PIPE.readLine();
      if (line == null) {
        throw unanswered();
      }
      return line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuntimeException unanswered() {
    return ProblemKind.REFUSED_BY_OPERATOR.exception(
        "Nothing was changed", "the question was not answered", "Run the command with -it.");
  }
}
