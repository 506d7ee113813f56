package com.dataflux.func.bundles.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A jar whose entries are not compressed: the layer compresses them all together, to half the
/// size, and classes load faster.
final class StoredJar {
  private static final LocalDateTime TIME =
      LocalDateTime.ofEpochSecond(LayerArchive.EPOCH_MILLIS / 1000, 0, ZoneOffset.UTC);

  private StoredJar() {}

  static void write(InputStream jar, OutputStream out) throws IOException {
    try (ZipInputStream from = new ZipInputStream(jar);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
        byte[] content = from.readAllBytes();
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry stored = new ZipEntry(each.getName());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(content.length);
        stored.setCrc(crc.getValue());
        stored.setTimeLocal(TIME);
        to.putNextEntry(stored);
        to.write(content);
        to.closeEntry();
      }
    }
  }
}
