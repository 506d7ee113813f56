package com.dataflux.func.installer.command;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A password that is on no command line.
final class PasswordFile {
  private static final Path STANDARD_INPUT = Path.of("-");

  private PasswordFile() {}

  /// The first line of a file; `-` is standard input.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `USAGE`
  static Secret read(Path file) {
    try {
      String text =
          file.equals(STANDARD_INPUT)
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(file);
      return Secret.of(text.lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw ProblemKind.USAGE
          .problem(
              "The password could not be read from " + file, e.toString(), "Nothing was changed.")
          .asException(e);
    }
  }
}
