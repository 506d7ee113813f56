package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Tells a recorded directory that was removed, after which a host may be installed anew, from one
/// whose disk is not mounted.
final class MissingDirectory {
  private static final int MOUNT_POINT = 1;

  private final Path root;

  /// @param root of the file system to look at
  MissingDirectory(Path root) {
    this.root = root;
  }

  /// @param services whether the engine has services of the stack
  /// @throws ProblemException of kind `OTHER_INSTALL` where an install would take the place of data
  ///   that is still somewhere
  void requireRemoved(InstallDir recorded, boolean services) {
    Optional<Path> disk = unmounted(recorded.root());
    if (disk.isPresent()) {
      throw refusal(
          recorded,
          "/etc/fstab has a disk for %s, and it is not mounted".formatted(disk.get()),
          "Mount it: `mount %s`".formatted(disk.get()));
    }
    if (services) {
      throw refusal(
          recorded,
          "its services are still deployed",
          "Mount its disk; where the directory was removed for good, run `docker stack rm"
              + " dataflux-func`");
    }
  }

  private static ProblemException refusal(InstallDir recorded, String why, String next) {
    return ProblemKind.OTHER_INSTALL.exception(
        "The directory %s of this host's install is not there".formatted(recorded),
        why,
        next + ". Then run the same command again; nothing was changed.");
  }

  /// The mount point above a path that is to be mounted and is not.
  private Optional<Path> unmounted(Path path) {
    List<Path> mounted = mountPoints("proc/self/mounts");
    return mountPoints("etc/fstab").stream()
        .filter(point -> point.getNameCount() > 0 && path.startsWith(point))
        .filter(point -> !mounted.contains(point))
        .findFirst();
  }

  private List<Path> mountPoints(String table) {
    try {
      return Files.readAllLines(root.resolve(table)).stream()
          .map(line -> line.strip().split("\\s+", -1))
          .filter(fields -> fields.length > MOUNT_POINT && !fields[0].startsWith("#"))
          .map(fields -> fields[MOUNT_POINT].replace("\\040", " "))
          .filter(point -> point.startsWith("/"))
          .map(Path::of)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
