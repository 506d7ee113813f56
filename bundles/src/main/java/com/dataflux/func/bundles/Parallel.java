package com.dataflux.func.bundles;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The same work on each of several things. The first failure, or an interruption, ends the rest.
public final class Parallel {
  private Parallel() {}

  /// Work that may fail to read or write.
  @FunctionalInterface
  public interface Work<T> {
    void on(T item) throws IOException;
  }

  /// Returns when all is done, one a processor at a time.
  public static <T> void each(List<T> items, Work<T> work) {
    int processors = Runtime.getRuntime().availableProcessors();
    run(items, work, Executors.newFixedThreadPool(processors));
  }

  /// Returns when all is done, begun at once: for what waits for each other, or for another
  /// program.
  public static <T> void atOnce(List<T> items, Work<T> work) {
    run(items, work, Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory()));
  }

  private static <T> void run(List<T> items, Work<T> work, ExecutorService workers) {
    try {
      List<Future<?>> running = new ArrayList<>();
      for (T item : items) {
        running.add(
            workers.submit(
                () -> {
                  work.on(item);
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemKind.INTERRUPTED
          .problem("Interrupted", "", "Run the same command again.")
          .asException(e);
    } finally {
      workers.shutdownNow();
      workers.close();
    }
  }

  private static RuntimeException failure(Throwable cause) {
    return switch (cause) {
      case ProblemException known -> known;
      case RuntimeException fault -> fault;
      default ->
          ProblemKind.FILE_FAILED
              .problem(
                  "A file could not be read or written",
                  cause.toString(),
                  "Look at the disk and the medium, then run the same command again.")
              .asException(cause);
    };
  }
}
