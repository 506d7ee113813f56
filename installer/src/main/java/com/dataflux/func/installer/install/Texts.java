package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// Small text files that this program alone writes.
final class Texts {
  private Texts() {}

  /// Writes a file unless it says the same already.
  static StepResult put(Path file, String text, Set<PosixFilePermission> mode) {
    try {
      if (Files.exists(file) && Files.readString(file).equals(text)) {
        return new StepResult.Skipped("it stands as asked for");
      }
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(file + " could not be read", e.toString(), "Look at the file and its mode.")
          .asException(e);
    }
    AtomicFile.write(file, text, mode);
    return new StepResult.Done(file.toString());
  }
}
