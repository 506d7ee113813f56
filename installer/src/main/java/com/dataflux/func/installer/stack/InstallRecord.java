package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The file that tells where this host's install is: `/etc/dataflux-func`. It is parsed and never
/// run by a shell.
public final class InstallRecord {
  private static final String KEY = "INSTALLED_DIR=";

  private final Path file;

  public InstallRecord(Path file) {
    this.file = file;
  }

  public static InstallRecord ofHost() {
    return new InstallRecord(HostPaths.RECORD);
  }

  /// Where the install is; empty where there is none, or where its directory was removed.
  public Optional<InstallDir> installDir() {
    return recorded(true);
  }

  /// The directory that is recorded and not there: it was removed, or its disk is not mounted.
  public Optional<InstallDir> missingDir() {
    return installDir().isPresent() ? Optional.empty() : recorded(false);
  }

  private Optional<InstallDir> recorded(boolean there) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(KEY))
          .map(line -> Path.of(line.substring(KEY.length()).strip()))
          .filter(Path::isAbsolute)
          .filter(path -> Files.isDirectory(path) == there)
          .map(InstallDir::new)
          .reduce((earlier, later) -> later);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public void write(InstallDir dir) {
    AtomicFile.write(file, KEY + dir + "\n", AtomicFile.READABLE);
  }

  public boolean says(InstallDir dir) {
    try {
      return Files.readString(file).equals(KEY + dir + "\n");
    } catch (IOException e) {
      return false;
    }
  }

  /// The directory to install to: the one recorded, or the one given, or the default.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `OTHER_INSTALL` where another
  ///   directory is given than the one recorded
  public InstallDir resolve(Optional<InstallDir> given) {
    Optional<InstallDir> recorded = installDir();
    if (recorded.isPresent() && given.isPresent() && !recorded.equals(given)) {
      throw ProblemKind.OTHER_INSTALL.exception(
          "This host already has an install in " + recorded.get(),
          "%s says so, and --install-dir says %s".formatted(file, given.get()),
          "Leave out --install-dir to upgrade that install, or remove it first.");
    }
    return recorded.or(() -> given).orElse(InstallDir.DEFAULT);
  }
}
