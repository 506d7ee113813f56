package com.dataflux.func.installer.operate;

import java.nio.file.Path;
import java.util.Optional;

/// How much of an install shall go. Its stack, command, log rotation and record always do.
///
/// @param data also the install directory with the databases
/// @param images also the images
/// @param engine also the engine, where this program installed it
/// @param dump whether a last dump is made before
/// @param export where a copy of the last dump goes
public record UninstallRequest(
    boolean data, boolean images, boolean engine, boolean dump, Optional<Path> export) {}
