package com.dataflux.func.runtime.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Callers of this server that wait for results.
final class PendingCalls {
  /// After the function's own limit: time it may have waited in its queue.
  private static final Duration FORGET_AFTER = Duration.ofHours(2);

  private record Pending(CompletableFuture<TaskResult> answer, Instant since) {}

  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  CompletableFuture<TaskResult> expect(String taskId) {
    CompletableFuture<TaskResult> answer = new CompletableFuture<>();
    pending.put(taskId, new Pending(answer, Instant.now()));
    return answer;
  }

  void forget(String taskId) {
    pending.remove(taskId);
  }

  /// The result, or nothing where patience ended first.
  static Optional<TaskResult> await(CompletableFuture<TaskResult> answer, Duration patience) {
    try {
      return Optional.of(answer.get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      // Whoever is first decides: a result that comes now is the caller's, a later one is kept.
      if (answer.cancel(false)) {
        return Optional.empty();
      }
      return Optional.of(answer.join());
    } catch (ExecutionException e) {
      throw new IllegalStateException("results are never exceptions", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(false);
      return Optional.empty();
    }
  }

  /// Hands a result to its caller; false where the caller has gone and the result is to be kept.
  boolean deliver(TaskResult result) {
    Pending call = pending.remove(result.id());
    return call != null && call.answer.complete(result);
  }

  /// Calls still awaited.
  List<String> awaited() {
    Instant old = Instant.now().minus(FORGET_AFTER);
    pending.values().removeIf(call -> call.since.isBefore(old));
    return pending.entrySet().stream()
        .filter(entry -> !entry.getValue().answer.isDone())
        .map(Map.Entry::getKey)
        .toList();
  }
}
