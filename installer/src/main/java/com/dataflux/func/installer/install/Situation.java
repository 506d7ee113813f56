package com.dataflux.func.installer.install;

import com.dataflux.func.installer.host.Disk;
import com.dataflux.func.installer.host.EngineSituation;
import com.dataflux.func.installer.host.HostFacts;
import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.templates.InstallDir;
import java.util.Map;
import java.util.Optional;

/// What is found on the host before anything is decided.
///
/// @param dir where the install is or shall be
/// @param installed whether there is one already
/// @param recorded the options of earlier runs
/// @param version that is installed; empty where none has become healthy yet
/// @param pending whether a change of the install is under way
/// @param configuration of the application as it stands
/// @param installDisk the disk of `dir`
/// @param engineDisk the disk of the engine's data
record Situation(
    HostFacts host,
    EngineSituation engine,
    InstallDir dir,
    boolean installed,
    Choices recorded,
    Optional<InstalledVersion> version,
    boolean pending,
    Map<String, Object> configuration,
    Disk installDisk,
    Disk engineDisk) {}
