package com.dataflux.func.healthcheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Does many things side by side on virtual threads, none longer than a limit.
final class Parallel {
  private Parallel() {}

  /// @param late what to answer for an item whose work is not done within the limit; the work is
  ///   interrupted and not waited for
  /// @param first what to begin with and not to wait for; ended with the rest
  /// @return the answers in the order of the items
  static <T, R> List<R> all(
      List<T> items,
      Duration limit,
      Function<T, R> work,
      Function<T, R> late,
      List<Runnable> first) {
    long end = System.nanoTime() + limit.toNanos();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      first.forEach(threads::execute);
      List<Future<R>> running = new ArrayList<>();
      for (T item : items) {
        running.add(threads.submit(() -> work.apply(item)));
      }
      List<R> answers = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        answers.add(answer(running.get(i), end, items.get(i), late));
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T, R> R answer(Future<R> running, long end, T item, Function<T, R> late) {
    try {
      return running.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      return late.apply(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late.apply(item);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
