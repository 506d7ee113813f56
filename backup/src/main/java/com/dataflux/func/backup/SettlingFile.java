package com.dataflux.func.backup;

import com.dataflux.func.platform.files.AtomicFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A new file, readable by its owner alone, that goes to disk while it grows: little is left to
/// wait for at its end, and the database beside it does not meet a full disk queue.
final class SettlingFile extends OutputStream {
  private static final int STRIDE = 32 << 20;

  private final Path path;
  private final FileChannel channel;
  private final ExecutorService settler =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  private Future<?> settled = CompletableFuture.completedFuture(null);
  private int unsettled;

  private SettlingFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// @throws IOException also where there is a file of that name
  static SettlingFile create(Path path) throws IOException {
    Files.createFile(path, PosixFilePermissions.asFileAttribute(AtomicFile.PRIVATE));
    return new SettlingFile(path, FileChannel.open(path, StandardOpenOption.WRITE));
  }

  Path path() {
    return path;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    grown(length);
  }

  /// Takes note of what another program has added to the file: to be written what that was.
  OutputStream growth() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        grown(1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        grown(length);
      }
    };
  }

  private void grown(int length) throws IOException {
    unsettled += length;
    if (unsettled >= STRIDE && settled.isDone()) {
      await(settled);
      unsettled = 0;
      settled =
          settler.submit(
              () -> {
                channel.force(false);
                return null;
              });
    }
  }

  /// Returns when all that was written is on disk.
  void settle() throws IOException {
    await(settled);
    channel.force(true);
  }

  private static void await(Future<?> settled) throws IOException {
    try {
      settled.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed ? failed : new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @Override
  public void close() throws IOException {
    settler.close();
    channel.close();
  }
}
