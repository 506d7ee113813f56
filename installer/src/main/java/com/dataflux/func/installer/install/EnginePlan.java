package com.dataflux.func.installer.install;

/// Where the engine comes from.
sealed interface EnginePlan {

  /// It runs already.
  record Use(String version) implements EnginePlan {}

  /// It is installed and does not run.
  ///
  /// @param program where `dockerd` lies
  record Start(String program) implements EnginePlan {}

  /// It runs, was installed by this program, and the bundle brings a later one.
  ///
  /// @param from the version that runs
  record Upgrade(Parcel archive, String from) implements EnginePlan {}

  /// The bundle brings it.
  record Install(Parcel archive) implements EnginePlan {}
}
