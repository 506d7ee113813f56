package com.dataflux.func.installer.install;

import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param bundle the directory that was carried here
/// @param installDir empty where it was not given
/// @param dryRun print the plan only
/// @param patience how long services may take to become healthy
public record InstallRequest(
    Path bundle,
    Optional<InstallDir> installDir,
    Choices choices,
    GivenConnection mysql,
    GivenConnection redis,
    Optional<AutoSetup> autoSetup,
    List<ExtraConfig> extraConfig,
    boolean dryRun,
    Duration patience) {

  public InstallRequest {
    extraConfig = List.copyOf(extraConfig);
  }
}
