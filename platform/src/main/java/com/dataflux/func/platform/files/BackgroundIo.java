package com.dataflux.func.platform.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reading or writing that goes on beside its caller, one piece of work at a time.
public final class BackgroundIo implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  private Future<?> work = CompletableFuture.completedFuture(null);

  /// One piece of work.
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /// Whether nothing is being worked at.
  public boolean isIdle() {
    return work.isDone();
  }

  /// Begins a piece of work, once the one before it has ended.
  ///
  /// @throws IOException that the one before it ended with
  public void begin(Work next) throws IOException {
    await();
    work =
        thread.submit(
            () -> {
              next.run();
              return null;
            });
  }

  /// Waits for the end of what was begun.
  ///
  /// @throws IOException that it ended with
  public void await() throws IOException {
    try {
      work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /// Waits for the end of what was begun, however it ends.
  @Override
  public void close() {
    thread.close();
  }
}
