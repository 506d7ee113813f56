package com.dataflux.func.platform.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One attempt of a Swarm to run a service.
///
/// @param id of the task
/// @param service without the stack's name
/// @param node the id of the host it was given to; empty where none was found
/// @param image the reference that it runs
/// @param wanted whether the Swarm still wants it to run
/// @param state where it stands
/// @param at since when
/// @param containerId empty before there is one
public record StackTask(
    String id,
    String service,
    String node,
    String image,
    boolean wanted,
    State state,
    Instant at,
    Optional<String> containerId) {

  /// Where a task stands.
  public sealed interface State {
    /// Waits for something: a host, its image, or the checks of its health.
    ///
    /// @param phase in the engine's words, such as `preparing` or `starting`
    /// @param reason why it waits, where the engine says so; may be empty
    record Waiting(String phase, String reason) implements State {}

    /// Runs, and is healthy where it has a health check.
    record Running() implements State {}

    /// Ended well or was stopped.
    record Ended() implements State {}

    /// Could not start, or ended with an error.
    ///
    /// @param error in the engine's words
    /// @param exitCode of its first process, where it had one
    record Failed(String error, OptionalInt exitCode) implements State {}
  }
}
