package com.dataflux.func.bundles.layer;

import com.dataflux.func.platform.ProblemKind;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes went through, and stops when the work is cancelled.
final class CountingStream extends FilterOutputStream {
  private final LongConsumer progress;

  CountingStream(OutputStream out, LongConsumer progress) {
    super(out);
    this.progress = progress;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw ProblemKind.INTERRUPTED.exception(
          "The build was stopped", "", "Run the same command again: what is finished is kept.");
    }
    out.write(buffer, offset, length);
    progress.accept(length);
  }
}
