package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.image.Digest;

/// A layer of an image.
///
/// @param blob the layer as stored, usually compressed
/// @param diffId digest of the uncompressed tar archive, by which engines know the layer
/// @param uncompressedSize in bytes; -1 where it is not known
public record Layer(Descriptor blob, Digest diffId, long uncompressedSize) {
  public static final long UNKNOWN_SIZE = -1;
}
