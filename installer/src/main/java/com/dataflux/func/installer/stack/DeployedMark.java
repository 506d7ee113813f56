package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// As which a file is in force, known by its digest.
public final class DeployedMark {
  private final Path file;
  private final Path mark;

  private DeployedMark(Path file, Path mark) {
    this.file = file;
    this.mark = mark;
  }

  /// The stack file as it was deployed last.
  public static DeployedMark ofStack(InstallDir dir) {
    return new DeployedMark(dir.stackFile(), dir.toolkit().resolve("deployed"));
  }

  /// The configuration as every service that reads it knows it.
  public static DeployedMark ofConfiguration(InstallDir dir) {
    return new DeployedMark(dir.userConfig(), dir.toolkit().resolve("deployed-config"));
  }

  /// Whether the file is in force as it stands.
  public boolean isCurrent() {
    try {
      return Files.exists(mark) && Files.readString(mark).equals(digest());
    } catch (IOException e) {
      return false;
    }
  }

  /// Notes that it is.
  public void write() {
    AtomicFile.write(mark, digest(), AtomicFile.READABLE);
  }

  /// Forgets it, so that the file counts as not in force.
  void remove() {
    AtomicFile.delete(mark);
  }

  private String digest() {
    try {
      return Digest.of(Files.readAllBytes(file)).toString();
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(file + " could not be read", e.toString(), "Look at the file and the disk.")
          .asException(e);
    }
  }
}
