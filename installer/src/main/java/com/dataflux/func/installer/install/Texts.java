package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.TextFile;
import com.dataflux.func.platform.files.AtomicFile;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/// Small text files that this program alone writes.
final class Texts {
  private Texts() {}

  /// Writes a file unless it says the same already.
  static StepResult put(Path file, String text, Set<PosixFilePermission> mode) {
    if (TextFile.readIfThere(file).equals(Optional.of(text))) {
      return new StepResult.Skipped("it stands as asked for");
    }
    AtomicFile.write(file, text, mode);
    return new StepResult.Done(file.toString());
  }
}
