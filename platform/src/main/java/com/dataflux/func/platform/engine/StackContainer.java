package com.dataflux.func.platform.engine;

import java.util.OptionalInt;

/// A container of a stack on this host.
///
/// @param id of the container
/// @param name such as `dataflux-func_server.1.…`
/// @param service without the stack's name
/// @param image the reference it was made from
/// @param state in the engine's words: `created`, `running`, `restarting`, `exited`, `dead` …
/// @param health what its check says
/// @param exitCode of its first process, where it has ended
/// @param restarts how often the engine started it again
public record StackContainer(
    String id,
    String name,
    String service,
    String image,
    String state,
    Health health,
    OptionalInt exitCode,
    int restarts) {

  public boolean running() {
    return state.equals("running");
  }

  /// What the health check of a container says.
  public sealed interface Health {
    /// There is no check.
    record Unchecked() implements Health {}

    /// It has not answered well yet.
    record Starting() implements Health {}

    /// The last check answered well.
    record Healthy() implements Health {}

    /// The check has failed too often.
    ///
    /// @param lastOutput of the check
    record Unhealthy(String lastOutput) implements Health {}
  }
}
