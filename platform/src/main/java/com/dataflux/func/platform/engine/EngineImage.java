package com.dataflux.func.platform.engine;

import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.image.ImageReference;
import java.util.List;
import java.util.Set;

/// An image that an engine has.
///
/// @param id the digest of its configuration (see [ImageStore])
/// @param references the names it has
/// @param diffIds the digests of its layers, uncompressed, lowest first
/// @param bytes its size, unpacked
public record EngineImage(
    Digest id, Set<ImageReference> references, List<Digest> diffIds, long bytes) {
  public EngineImage {
    references = Set.copyOf(references);
    diffIds = List.copyOf(diffIds);
  }
}
