package com.dataflux.func.backup.packing;

import com.dataflux.func.backup.store.DumpFormat;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.platform.secret.Secret;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Packs new dumps in one format, and unpacks those of any.
///
/// @param format of new dumps
/// @param password of encrypted ones; empty where none are
public record Packing(DumpFormat format, Secret password) {
  /// Dumps as they are.
  public static final Packing PLAIN = new Packing(DumpFormat.PLAIN, Secret.of(""));

  private static final int BUFFER = 1 << 16;

  /// New dumps are encrypted where there is a password.
  public static Packing of(Compression compression, Secret password) {
    return new Packing(new DumpFormat(compression, !password.isEmpty()), password);
  }

  /// @return takes a dump, and is to be closed for the last bytes to be written; the file is left
  ///   open
  public OutputStream pack(OutputStream file) throws IOException {
    OutputStream open = new LeftOpen(file);
    OutputStream sealed = format.encrypted() ? OpenPgp.encrypt(open, password) : open;
    return switch (format.compression()) {
      case NONE -> sealed;
      case GZIP -> new GZIPOutputStream(sealed, BUFFER);
      case ZSTD -> new ZstdOutputStream(sealed).setChecksum(true);
    };
  }

  /// @param packed how the file is packed, which may differ from new dumps
  public InputStream unpack(InputStream file, DumpFormat packed) throws IOException {
    InputStream open = packed.encrypted() ? OpenPgp.decrypt(file, password) : file;
    return switch (packed.compression()) {
      case NONE -> open;
      case GZIP -> new GZIPInputStream(open, BUFFER);
      case ZSTD -> new ZstdInputStream(open);
    };
  }
}
