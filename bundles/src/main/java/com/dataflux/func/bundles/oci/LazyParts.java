package com.dataflux.func.bundles.oci;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Iterator;

/// The parts of a stream, each opened when the one before it has been read to its end.
@SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer
final class LazyParts implements Enumeration<InputStream> {
  private final Iterator<Part> parts;

  LazyParts(Iterator<Part> parts) {
    this.parts = parts;
  }

  /// A part that can be opened once.
  @FunctionalInterface
  interface Part {
    InputStream open() throws IOException;
  }

  @Override
  public boolean hasMoreElements() {
    return parts.hasNext();
  }

  @Override
  public InputStream nextElement() {
    try {
      return parts.next().open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
