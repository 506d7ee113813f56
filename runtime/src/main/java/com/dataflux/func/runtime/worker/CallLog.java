package com.dataflux.func.runtime.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

/// What one process prints, kept for the call that runs, up to a cap. The rest is read and thrown
/// away, so that a function which prints without end neither fills memory nor hangs.
final class CallLog {
  static final int CAP_BYTES = 256 << 10;

  private final SocketChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long dropped;

  CallLog(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
  }

  SocketChannel channel() {
    return channel;
  }

  /// Reads what is there; false where there will be no more.
  synchronized boolean drain() {
    try {
      int read;
      while ((read = channel.read(buffer)) > 0) {
        int room = Math.min(read, CAP_BYTES - kept.size());
        kept.write(buffer.array(), 0, room);
        dropped += read - room;
        buffer.clear();
      }
      return read >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// The lines since the last call, and an empty log for the next.
  synchronized List<String> take() {
    var _ = drain();
    if (kept.size() == 0) {
      return List.of();
    }
    String text = kept.toString(UTF_8);
    if (dropped > 0) {
      text += "\n[%d more bytes of output were not kept]".formatted(dropped);
    }
    kept.reset();
    dropped = 0;
    return text.lines().toList();
  }
}
