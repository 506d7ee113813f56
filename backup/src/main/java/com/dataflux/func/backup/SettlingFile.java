package com.dataflux.func.backup;

import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.files.BackgroundIo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A new file, readable by its owner alone, that goes to disk while it is being written: little is
/// left to wait for at its end, and the database beside it does not meet a full disk queue.
final class SettlingFile extends OutputStream {
  private static final int STRIDE = 32 << 20;

  private final FileChannel channel;
  private final BackgroundIo settling = new BackgroundIo();
  private int unsettled;

  private SettlingFile(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws IOException also where there is a file of that name
  static SettlingFile create(Path path) throws IOException {
    Files.createFile(path, PosixFilePermissions.asFileAttribute(AtomicFile.PRIVATE));
    return new SettlingFile(FileChannel.open(path, StandardOpenOption.WRITE));
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
    unsettled += length;
    if (unsettled >= STRIDE && settling.isIdle()) {
      settling.begin(() -> channel.force(false));
      unsettled = 0;
    }
  }

  /// Returns when all that was written is on disk.
  void settle() throws IOException {
    settling.await();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    settling.close();
    channel.close();
  }
}
