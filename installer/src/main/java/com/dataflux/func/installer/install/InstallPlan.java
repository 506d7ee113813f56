package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.StackOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Everything decided: what the steps carry out.
///
/// @param choices given now or earlier, to be recorded
/// @param change what the run means for the install that is there
/// @param images the references that the stack names
/// @param systemd whether systemd runs the host
/// @param address by which users reach the host; empty where it has no network
/// @param patience how long services may take to become healthy
record InstallPlan(
    InstallDir dir,
    Choices choices,
    StackOptions stack,
    Cargo cargo,
    Change change,
    Images images,
    EnginePlan engine,
    boolean systemd,
    Optional<String> address,
    GivenConnection mysql,
    GivenConnection redis,
    Optional<AutoSetup> autoSetup,
    List<ExtraConfig> extraConfig,
    Duration patience) {

  /// What is to be recorded once all is well.
  InstalledVersion version() {
    return new InstalledVersion(cargo.version(), cargo.toolkitDigest(), images);
  }
}
