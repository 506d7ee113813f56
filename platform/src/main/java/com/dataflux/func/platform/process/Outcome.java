package com.dataflux.func.platform.process;

import com.dataflux.func.platform.ProblemKind;

/// How a program ended and what it printed.
///
/// @param command the program that ran
/// @param exitCode its exit code; 128 + signal where a signal ended it
/// @param out its standard output, whole
/// @param err its standard error, whole
public record Outcome(Command command, int exitCode, String out, String err) {

  public boolean succeeded() {
    return exitCode == 0;
  }

  /// This outcome where the program succeeded.
  ///
  /// @throws com.dataflux.func.platform.ProblemException with the last lines that the program
  ///   printed, where it failed
  public Outcome orFail(String what, String next) {
    if (succeeded()) {
      return this;
    }
    throw ProblemKind.COMMAND_FAILED.exception(
        what,
        "`%s` ended with exit code %d: %s".formatted(command.line(), exitCode, lastLines()),
        next);
  }

  /// The end of what the program said, errors before output.
  public String lastLines() {
    String said = err.isBlank() ? out.strip() : err.strip();
    int from = said.length();
    for (int lines = 0; lines < 8 && from > 0; lines++) {
      from = said.lastIndexOf('\n', from - 1);
    }
    return said.substring(Math.max(from, 0)).strip();
  }
}
