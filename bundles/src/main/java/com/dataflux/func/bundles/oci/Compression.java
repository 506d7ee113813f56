package com.dataflux.func.bundles.oci;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// How a blob is packed, told by its first bytes: media types of archives do not always say.
public enum Compression {
  NONE,
  GZIP,
  ZSTD;

  /// 128 MB, what layers may ask of the memory of the reader.
  private static final int LONGEST_WINDOW = 27;

  private static final int BUFFER = 1 << 16;

  /// The content of a blob, unpacked.
  public static InputStream decode(InputStream blob) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(blob, BUFFER);
    return switch (of(buffered)) {
      case NONE -> buffered;
      case GZIP -> new GZIPInputStream(buffered, BUFFER);
      case ZSTD -> new ZstdInputStream(buffered).setLongMax(LONGEST_WINDOW);
    };
  }

  /// Looks at the first bytes, and goes back.
  static Compression of(BufferedInputStream blob) throws IOException {
    blob.mark(4);
    byte[] magic = blob.readNBytes(4);
    blob.reset();
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return GZIP;
    }
    boolean zstd =
        magic.length == 4
            && magic[0] == 0x28
            && magic[1] == (byte) 0xb5
            && magic[2] == 0x2f
            && magic[3] == (byte) 0xfd;
    return zstd ? ZSTD : NONE;
  }
}
