package com.dataflux.func.installer.host;

import com.dataflux.func.platform.engine.EngineFacts;
import com.dataflux.func.platform.engine.SwarmState;

/// What there is of a Docker engine on a host.
public sealed interface EngineSituation {

  /// None, as on a host just installed.
  record Absent() implements EngineSituation {}

  /// Its programs are here, and it does not answer.
  ///
  /// @param program where `dockerd` lies
  record Stopped(String program) implements EngineSituation {}

  /// One that snap brought: its confinement hides the install directory from it.
  ///
  /// @param path that tells so
  record Snap(String path) implements EngineSituation {}

  /// It answers.
  ///
  /// @param ours whether this program has installed it
  record Running(EngineFacts facts, SwarmState swarm, boolean ours) implements EngineSituation {}
}
