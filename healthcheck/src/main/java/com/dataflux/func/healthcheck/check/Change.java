package com.dataflux.func.healthcheck.check;

import java.util.List;

/// One step of a repair, which can be shown, carried out, recorded and taken back.
public sealed interface Change {

  /// Writes a whole file.
  ///
  /// @param mode in the form `rw-r--r--`
  record Write(String path, String text, String mode) implements Change {}

  /// Gives a file or directory another mode, in the form `rw-------`.
  record Mode(String path, String mode) implements Change {}

  /// Makes a directory with its parents.
  record Directory(String path) implements Change {}

  /// Runs a program of the host.
  ///
  /// @param undo the program that takes it back; empty where nothing has to be or can be taken back
  /// @param always whether it runs also where a change before it failed
  record Run(List<String> argv, List<String> undo, boolean always) implements Change {
    public static Run of(String... argv) {
      return new Run(List.of(argv), List.of(), false);
    }

    public Run undoneBy(String... newUndo) {
      return new Run(argv, List.of(newUndo), always);
    }

    /// For a program that carries out what files say: once they are put back, it runs again.
    public Run repeatedByUndo() {
      return new Run(argv, argv, always);
    }

    /// For a program that brings back what a change before it takes away.
    public Run whateverFails() {
      return new Run(argv, undo, true);
    }
  }

  /// The change as one line, for the operator to allow.
  default String line() {
    return switch (this) {
      case Write(String path, String text, String mode) ->
          "write %s (%d lines)".formatted(path, text.lines().count());
      case Mode(String path, String mode) -> "set the mode of %s to %s".formatted(path, mode);
      case Directory(String path) -> "make the directory " + path;
      case Run(List<String> argv, List<String> undo, boolean always) ->
          "run: " + String.join(" ", argv);
    };
  }
}
