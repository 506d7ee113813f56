package com.dataflux.func.testbed;

/// What is installed on a host.
public enum HostSystem {
  DEBIAN_12,
  /// The stand-in for an old host.
  DEBIAN_11,
  /// Debian 12 with its own Docker 20.10.
  DEBIAN_12_WITH_DOCKER;

  DebianRoot root() {
    return switch (this) {
      case DEBIAN_12 -> DebianRoot.DEBIAN_12;
      case DEBIAN_11 -> DebianRoot.DEBIAN_11;
      case DEBIAN_12_WITH_DOCKER -> DebianRoot.DEBIAN_12_WITH_DOCKER;
    };
  }
}
