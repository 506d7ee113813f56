package com.dataflux.func.testbed;

/// A Docker engine that a test can start.
public enum EngineVersion {
  V20_10,
  V26_1,
  V28_5;

  DebianRoot root() {
    return switch (this) {
      case V20_10 -> DebianRoot.ENGINE_20;
      case V26_1 -> DebianRoot.ENGINE_26;
      case V28_5 -> DebianRoot.ENGINE_28;
    };
  }

  /// As its `/version` says, without the last part.
  public String number() {
    return name().substring(1).replace('_', '.');
  }
}
