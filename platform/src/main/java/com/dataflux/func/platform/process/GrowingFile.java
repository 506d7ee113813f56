package com.dataflux.func.platform.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A file that a program is still writing, read to where it ends when the program has.
final class GrowingFile extends FilterInputStream {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private final Process writer;

  GrowingFile(Path file, Process writer) throws IOException {
    super(Files.newInputStream(file));
    this.writer = writer;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (true) {
      boolean ended = !writer.isAlive();
      int read = in.read(bytes, from, length);
      if (read >= 0 || ended) {
        return read;
      }
      try {
        writer.waitFor(BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
  }
}
