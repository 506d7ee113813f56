package com.dataflux.func.runtime.queue;

import java.nio.ByteBuffer;

/// A task that a worker holds.
///
/// @param attempt 1 for the first; with the id it is the lease's name, so that a worker that comes
///   late cannot settle what another one has
/// @param replyTo the server that waits; empty for none
/// @param payload the task as it stood in the list, as function processes read it
public record LeasedTask(TaskRequest request, int attempt, String replyTo, ByteBuffer payload) {

  /// This task with other arguments.
  public LeasedTask with(TaskRequest changed) {
    return new LeasedTask(
        changed, attempt, replyTo, ByteBuffer.wrap(RequestWire.write(changed, replyTo)));
  }

  String field() {
    return request.id() + ":" + attempt;
  }

  boolean isAwaited() {
    return !replyTo.isEmpty();
  }
}
