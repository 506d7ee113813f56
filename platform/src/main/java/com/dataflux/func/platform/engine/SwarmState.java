package com.dataflux.func.platform.engine;

/// Whether an engine is part of a Swarm.
public sealed interface SwarmState {

  /// Not part of any.
  record Inactive() implements SwarmState {}

  /// Ready to deploy to.
  ///
  /// @param nodeId of this engine
  /// @param address that the other nodes know it by
  /// @param nodes in the Swarm, this one included
  record Manager(String nodeId, String address, int nodes) implements SwarmState {}

  /// Part of a Swarm that another host manages.
  ///
  /// @param managers their addresses
  record Worker(String managers) implements SwarmState {}

  /// Neither in nor out: locked, waiting or failed.
  ///
  /// @param state in the engine's words: `pending`, `error`, `locked`
  /// @param error that the engine gives; may be empty
  record Broken(String state, String error) implements SwarmState {}
}
