package com.dataflux.func.runtime.config;

import java.nio.file.Path;

/// The places under `/data`, which the host keeps when containers go.
public record DataDirectory(Path root) {

  public Path configuration() {
    return root.resolve("user-config.yaml");
  }

  /// Holds the code that first-run setup asks for; gone once setup is done.
  public Path setupCode() {
    return root.resolve("setup-code");
  }

  public Path log() {
    return root.resolve("logs/dataflux-func.log");
  }

  public Path resources() {
    return root.resolve("resources");
  }

  public Path pythonPackages() {
    return resources().resolve("extra-python-packages");
  }

  public Path uploads() {
    return resources().resolve("uploads");
  }
}
