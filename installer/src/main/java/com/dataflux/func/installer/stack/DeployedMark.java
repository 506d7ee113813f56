package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which stack file was deployed last, known by its digest.
public final class DeployedMark {
  private final Path stackFile;
  private final Path mark;

  public DeployedMark(InstallDir dir) {
    this.stackFile = dir.stackFile();
    this.mark = dir.toolkit().resolve("deployed");
  }

  /// Whether the stack file is the one that was deployed.
  public boolean isCurrent() {
    try {
      return Files.exists(mark) && Files.readString(mark).equals(digest());
    } catch (IOException e) {
      return false;
    }
  }

  /// Notes that the stack file has been deployed as it stands.
  public void write() {
    AtomicFile.write(mark, digest(), AtomicFile.READABLE);
  }

  private String digest() {
    try {
      return Digest.of(Files.readAllBytes(stackFile)).toString();
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(stackFile + " could not be read", e.toString(), "Look at the file and the disk.")
          .asException(e);
    }
  }
}
