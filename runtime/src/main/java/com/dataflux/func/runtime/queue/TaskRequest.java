package com.dataflux.func.runtime.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A task as it is handed to the queue.
///
/// @param id `task-` and 32 hexadecimal digits
/// @param kwargs the function's arguments
/// @param queue 0 to 9
/// @param timeout after which the function is killed
/// @param triggerTime when the task was due
/// @param keepResult whether a waiting caller's result is kept and recorded as well; failures are
///   recorded anyway, and so is everything without a waiting caller
public record TaskRequest(
    String id,
    Work work,
    ObjectNode kwargs,
    int queue,
    Duration timeout,
    Instant triggerTime,
    Origin origin,
    ReturnType returnType,
    boolean keepResult) {

  /// Times that a task without a waiting caller is started before it is a dead letter.
  public static final int MOST_ATTEMPTS = 3;

  /// Queues, numbered from 0.
  public static final int QUEUES = 10;

  public TaskRequest {
    if (queue < 0 || queue >= QUEUES) {
      throw new IllegalArgumentException("queue " + queue + " is not one of 0 to 9");
    }
  }

  /// A call of published code with a new id, due now, the raw result wanted.
  public static TaskRequest published(
      String funcId, ObjectNode kwargs, int queue, Duration timeout, Origin origin) {
    return of(new Work.Published(funcId), kwargs, queue, timeout, origin);
  }

  public static TaskRequest of(
      Work work, ObjectNode kwargs, int queue, Duration timeout, Origin origin) {
    return new TaskRequest(
        newId(), work, kwargs, queue, timeout, Instant.now(), origin, ReturnType.RAW, false);
  }

  public TaskRequest returning(ReturnType type) {
    return new TaskRequest(id, work, kwargs, queue, timeout, triggerTime, origin, type, keepResult);
  }

  public TaskRequest keepingResult(boolean keep) {
    return new TaskRequest(id, work, kwargs, queue, timeout, triggerTime, origin, returnType, keep);
  }

  public static String newId() {
    UUID random = UUID.randomUUID();
    return "task-%016x%016x"
        .formatted(random.getMostSignificantBits(), random.getLeastSignificantBits());
  }
}
