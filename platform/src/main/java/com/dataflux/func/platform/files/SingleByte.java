package com.dataflux.func.platform.files;

import java.io.IOException;
import java.io.InputStream;

/// What `read()` is for streams whose work is done by the reading of many bytes.
public final class SingleByte {
  private SingleByte() {}

  /// The next byte, 0 to 255; -1 at the end.
  public static int readFrom(InputStream stream) throws IOException {
    byte[] one = new byte[1];
    return stream.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
