package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.files.SingleByte;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A part of a file as a stream of its own: several may read one channel at once.
final class FileSlice extends InputStream {
  private final FileChannel channel;
  private long position;
  private final long end;

  FileSlice(FileChannel channel, long offset, long size) {
    this.channel = channel;
    this.position = offset;
    this.end = offset + size;
  }

  @Override
  public int read() throws IOException {
    return SingleByte.readFrom(this);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position >= end) {
      return -1;
    }
    int most = (int) Math.min(length, end - position);
    int n = channel.read(ByteBuffer.wrap(buffer, offset, most), position);
    if (n < 0) {
      throw new EOFException("the archive is cut short");
    }
    position += n;
    return n;
  }
}
