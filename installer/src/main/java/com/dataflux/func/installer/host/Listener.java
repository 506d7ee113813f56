package com.dataflux.func.installer.host;

/// A program that listens on a TCP port.
///
/// @param program its short name; `unknown` where the kernel does not tell
public record Listener(int port, String program) {
  public static final String UNKNOWN = "unknown";

  /// Whether a Docker engine holds the port for a container.
  public boolean isEngine() {
    return program.startsWith("docker");
  }
}
