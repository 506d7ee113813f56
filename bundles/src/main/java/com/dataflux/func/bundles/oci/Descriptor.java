package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.image.Digest;
import java.util.Map;

/// Points at a blob.
///
/// @param mediaType what the blob is
/// @param digest of the blob's bytes as stored
/// @param size in bytes, as stored
/// @param annotations remarks that readers may use
public record Descriptor(
    String mediaType, Digest digest, long size, Map<String, String> annotations) {
  /// On an image: its name in the catalog.
  public static final String NAME = "com.dataflux.func.name";

  /// On an image: the reference that the stack file uses.
  public static final String REFERENCE = "org.opencontainers.image.ref.name";

  /// On a layer: its size in bytes when decompressed.
  public static final String UNCOMPRESSED_SIZE = "com.dataflux.func.uncompressed-size";

  public Descriptor {
    annotations = Map.copyOf(annotations);
  }

  public Descriptor(String mediaType, Digest digest, long size) {
    this(mediaType, digest, size, Map.of());
  }
}
