package com.dataflux.func.bundles.oci;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes are read through it.
final class CountingStream extends FilterInputStream {
  private final LongConsumer progress;

  CountingStream(InputStream content, LongConsumer progress) {
    super(content);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      progress.accept(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      progress.accept(read);
    }
    return read;
  }
}
