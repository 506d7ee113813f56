package com.dataflux.func.backup.packing;

import com.dataflux.func.backup.store.StoredDump;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;

/// A dump on disk that is read once, from its first byte to its last: what was dumped comes out,
/// and the digest of the file is known at the end.
public final class PackedFile implements AutoCloseable {
  private final CheckedInputStream file;
  private final Packing packing;
  private final StoredDump dump;

  /// @param progress told the size of each piece of the file
  public PackedFile(StoredDump dump, Packing packing, LongConsumer progress) throws IOException {
    this.dump = dump;
    this.packing = packing;
    this.file =
        new CheckedInputStream(
            new Watched(Files.newInputStream(dump.file()), progress), newDigest());
  }

  /// What was dumped.
  ///
  /// @throws IOException where the file cannot be read, or is not what its name says
  public InputStream content() throws IOException {
    return packing.unpack(file, dump.name().format());
  }

  /// The digest of the whole file; what was not read yet is read here.
  ///
  /// @throws IOException where the disk does not give the file
  public String digest() throws IOException {
    byte[] rest = new byte[1 << 16];
    while (file.read(rest) >= 0) {}
    return text(file.getChecksum());
  }

  /// Computes the digest of a file: CRC32C, which finds every altered byte, and is no burden to the
  /// one core that a dump is to leave to the application.
  public static Checksum newDigest() {
    return new CRC32C();
  }

  /// A digest as a record holds it: 8 hexadecimal digits.
  public static String text(Checksum digest) {
    return HexFormat.of().toHexDigits((int) digest.getValue());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static final class Watched extends FilterInputStream {
    private final LongConsumer progress;

    Watched(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      progress.accept(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      progress.accept(Math.max(read, 0));
      return read;
    }
  }
}
