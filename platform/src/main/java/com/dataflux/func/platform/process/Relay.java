package com.dataflux.func.platform.process;

import com.dataflux.func.platform.files.BackgroundIo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

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
    try (BackgroundIo writer = new BackgroundIo()) {
      while (true) {
        byte[] piece = reading;
        int length = from.readNBytes(piece, 0, PIECE);
        if (length == 0) {
          writer.await();
          return;
        }
        writer.begin(() -> to.write(piece, 0, length));
        reading = spare;
        spare = piece;
      }
    }
  }
}
