package com.dataflux.func.bundles.oci;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedSet;

/// The files of a tar archive that may be compressed; then it is unpacked into a temporary file
/// first, since gzip cannot be read from the middle.
final class UnpackedArchive implements Contents {
  private final TarContents contents;
  private final Path temporary;
  private final boolean delete;

  private UnpackedArchive(TarContents contents, Path temporary, boolean delete) {
    this.contents = contents;
    this.temporary = temporary;
    this.delete = delete;
  }

  static UnpackedArchive of(Path archive) throws IOException {
    try (InputStream stream = Files.newInputStream(archive);
        BufferedInputStream buffered = new BufferedInputStream(stream)) {
      if (Compression.of(buffered) == Compression.NONE) {
        return new UnpackedArchive(new TarContents(archive, ""), archive, false);
      }
      Path temporary = Files.createTempFile("dataflux-func-", ".tar");
      try {
        Files.copy(Compression.decode(buffered), temporary, StandardCopyOption.REPLACE_EXISTING);
        return new UnpackedArchive(new TarContents(temporary, ""), temporary, true);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(temporary);
        throw e;
      }
    }
  }

  @Override
  public SortedSet<String> names() {
    return contents.names();
  }

  @Override
  public boolean has(String name) {
    return contents.has(name);
  }

  @Override
  public long size(String name) throws IOException {
    return contents.size(name);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return contents.open(name);
  }

  @Override
  public void close() throws IOException {
    contents.close();
    if (delete) {
      Files.deleteIfExists(temporary);
    }
  }
}
