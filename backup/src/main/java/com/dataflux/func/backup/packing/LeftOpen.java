package com.dataflux.func.backup.packing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Passes bytes on, and flushes where it is told to close.
final class LeftOpen extends FilterOutputStream {
  LeftOpen(OutputStream next) {
    super(next);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
