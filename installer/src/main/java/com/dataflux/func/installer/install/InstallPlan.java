package com.dataflux.func.installer.install;

import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.StackOptions;
import java.util.List;
import java.util.Optional;

/// Everything decided: what the steps carry out.
///
/// @param choices given now or earlier, to be recorded
/// @param systemd whether systemd runs the host
/// @param address by which users reach the host; empty where it has no network
record InstallPlan(
    InstallDir dir,
    Choices choices,
    StackOptions stack,
    Cargo cargo,
    EnginePlan engine,
    boolean systemd,
    Optional<String> address,
    GivenConnection mysql,
    GivenConnection redis,
    Optional<AutoSetup> autoSetup,
    List<ExtraConfig> extraConfig) {

  Images images() {
    return cargo.images();
  }
}
