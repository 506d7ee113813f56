package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.nio.file.Path;

/// A layer that is still to be made, or is already in the cache.
///
/// @param title what people call it
/// @param key of everything that it is made of
/// @param source makes its tree
record LayerPlan(String title, Digest key, TreeSource source) {

  /// Makes a tree; called only where the cache has no such layer.
  @FunctionalInterface
  interface TreeSource {
    /// @param spool directory for large files, deleted afterwards
    FileTree make(Path spool) throws IOException;
  }
}
