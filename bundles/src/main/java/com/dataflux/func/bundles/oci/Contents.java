package com.dataflux.func.bundles.oci;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;

/// Named files to read: those of a directory, or of a tar archive. Names use `/`, whatever the file
/// system. Streams may be opened from several threads at once.
public interface Contents extends AutoCloseable {

  /// Every regular file below.
  SortedSet<String> names() throws IOException;

  boolean has(String name);

  /// @throws java.nio.file.NoSuchFileException where there is no such file
  long size(String name) throws IOException;

  /// @throws java.nio.file.NoSuchFileException where there is no such file
  InputStream open(String name) throws IOException;

  @Override
  void close() throws IOException;
}
