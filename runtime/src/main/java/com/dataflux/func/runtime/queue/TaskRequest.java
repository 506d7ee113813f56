package com.dataflux.func.runtime.queue;

import com.dataflux.func.runtime.store.RawJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A task as it is handed to the queue.
///
/// @param id `task-` and 32 hexadecimal digits
/// @param kwargs the function's arguments, a JSON object
/// @param hasFiles whether argument `files` is a list, in which there may be uploads
/// @param queue 0 to 9
/// @param timeout after which the function is killed
/// @param triggerTime when the task was due
/// @param keepResult whether a waiting caller's result is kept and recorded as well; failures are
///   recorded anyway, and so is everything without a waiting caller
public record TaskRequest(
    String id,
    Work work,
    RawJson kwargs,
    boolean hasFiles,
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
        newId(),
        work,
        RawJson.of(kwargs),
        hasFiles(kwargs),
        queue,
        timeout,
        Instant.now(),
        origin,
        ReturnType.RAW,
        false);
  }

  private static boolean hasFiles(ObjectNode kwargs) {
    return kwargs.path("files").isArray();
  }

  /// The same task with other arguments.
  public TaskRequest with(ObjectNode changed) {
    return with(RawJson.of(changed), hasFiles(changed), returnType, keepResult);
  }

  public TaskRequest returning(ReturnType type) {
    return with(kwargs, hasFiles, type, keepResult);
  }

  public TaskRequest keepingResult(boolean keep) {
    return with(kwargs, hasFiles, returnType, keep);
  }

  private TaskRequest with(RawJson arguments, boolean files, ReturnType type, boolean keep) {
    return new TaskRequest(
        id, work, arguments, files, queue, timeout, triggerTime, origin, type, keep);
  }

  public static String newId() {
    return "task-" + UUID.randomUUID().toString().replace("-", "");
  }
}
