package com.dataflux.func.platform.engine;

import java.nio.file.Path;
import java.util.List;

/// What an engine says of itself.
///
/// @param version of the engine, such as `20.10.24`
/// @param apiVersion the newest that it speaks, such as `1.41`
/// @param architecture as the kernel names it, such as `x86_64`
/// @param storageDriver such as `overlay2`
/// @param imageStore who keeps the images
/// @param rootDir where the engine keeps its data, on its own host
/// @param securityOptions such as `name=seccomp,profile=default`
/// @param warnings what the engine itself complains about
public record EngineFacts(
    String version,
    String apiVersion,
    String architecture,
    String storageDriver,
    ImageStore imageStore,
    Path rootDir,
    List<String> securityOptions,
    List<String> warnings) {

  public EngineFacts {
    securityOptions = List.copyOf(securityOptions);
    warnings = List.copyOf(warnings);
  }

  /// Whether the engine runs without root, and so cannot run Swarm.
  public boolean rootless() {
    return securityOptions.stream().anyMatch(option -> option.startsWith("name=rootless"));
  }
}
