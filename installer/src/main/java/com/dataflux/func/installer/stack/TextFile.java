package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A file of this host, read whole as UTF-8.
public final class TextFile {
  private TextFile() {}

  /// @throws com.dataflux.func.platform.ProblemException of kind `FILE_FAILED`, also where there is
  ///   no such file
  public static String read(Path file) {
    return readIfThere(file)
        .orElseThrow(
            () ->
                ProblemKind.FILE_FAILED.exception(
                    file + " could not be read",
                    "it is not there",
                    "See that there is an install."));
  }

  /// The text; empty where there is no such file.
  public static Optional<String> readIfThere(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(file + " could not be read", e.toString(), "Look at the file and its mode.")
          .asException(e);
    }
  }
}
