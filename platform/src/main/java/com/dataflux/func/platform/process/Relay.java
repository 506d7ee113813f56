package com.dataflux.func.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Passes on what a program prints. A piece is read while the one before it is written, so that the
/// program goes on: a pipe alone holds too little for two to work at the same time.
final class Relay {
  private static final int PIECE = 1 << 18;

  private Relay() {}

  /// Returns when all has been written.
  ///
  /// @throws IOException of either stream
  static void pass(InputStream from, OutputStream to) throws IOException {
    byte[] reading = new byte[PIECE];
    byte[] spare = new byte[PIECE];
    try (ExecutorService writer =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
      Future<?> written = CompletableFuture.completedFuture(null);
      while (true) {
        byte[] piece = reading;
        int length = from.readNBytes(piece, 0, PIECE);
        await(written);
        if (length == 0) {
          return;
        }
        written =
            writer.submit(
                () -> {
                  to.write(piece, 0, length);
                  return null;
                });
        reading = spare;
        spare = piece;
      }
    }
  }

  private static void await(Future<?> written) throws IOException {
    try {
      written.get();
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
}
