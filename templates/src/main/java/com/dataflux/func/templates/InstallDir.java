package com.dataflux.func.templates;

import com.dataflux.func.platform.ProblemKind;
import java.nio.file.Path;
import java.util.Optional;

/// The directory that holds one install, and where each thing lies in it.
public record InstallDir(Path root) {
  /// Where an install goes when nobody says otherwise.
  public static final InstallDir DEFAULT = new InstallDir(Path.of("/usr/local/dataflux-func"));

  private static final Path DATA_IN_CONTAINER = Path.of("/data");

  public InstallDir {
    root = root.normalize();
    if (!root.isAbsolute() || root.getNameCount() == 0) {
      throw ProblemKind.USAGE.exception(
          "--install-dir %s is not a directory to install to".formatted(root),
          "it must begin with / and must not be / itself",
          "Give the full path of a directory.");
    }
    if (root.toString().chars().anyMatch(Character::isISOControl)) {
      throw ProblemKind.USAGE.exception(
          "The name given by --install-dir holds a control character",
          "such a name cannot be written into the stack file",
          "Give another directory.");
    }
  }

  public Path stackFile() {
    return root.resolve("docker-stack.yaml");
  }

  /// The last rendering as it was before anyone edited it.
  public Path stackExample() {
    return root.resolve("docker-stack.example.yaml");
  }

  /// What containers see as `/data`.
  public Path data() {
    return root.resolve("data");
  }

  /// What containers call a file below [#data()].
  public Path inContainer(Path file) {
    return DATA_IN_CONTAINER.resolve(data().relativize(file));
  }

  /// The file that containers call so; nothing where it is not below `/data`, so that only they see
  /// it.
  public Optional<Path> onHost(Path inContainer) {
    return inContainer.startsWith(DATA_IN_CONTAINER)
        ? Optional.of(data().resolve(DATA_IN_CONTAINER.relativize(inContainer)))
        : Optional.empty();
  }

  public Path userConfig() {
    return data().resolve("user-config.yaml");
  }

  /// The last rendering of the configuration, for telling an operator's edits.
  public Path configExample() {
    return toolkit().resolve("user-config.example.yaml");
  }

  public Path setupCode() {
    return data().resolve("setup-code");
  }

  /// Jar, Java runtime and launcher of the `dataflux-func` command, and its records.
  public Path toolkit() {
    return root.resolve("toolkit");
  }

  /// Stands from a change of the configuration until the services have been restarted.
  public Path restartMark() {
    return toolkit().resolve("restart-services");
  }

  /// What ran before a change that is under way; stands until the change has succeeded or was taken
  /// back.
  public Path pendingUpgrade() {
    return toolkit().resolve("pending");
  }

  /// What ran before the last change that succeeded.
  public Path previous() {
    return toolkit().resolve("previous");
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
