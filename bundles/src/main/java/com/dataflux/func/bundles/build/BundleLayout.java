package com.dataflux.func.bundles.build;

/// How a bundle is laid down.
public enum BundleLayout {
  /// A directory with a manifest and one OCI layout.
  DIRECTORY,
  /// The same as one uncompressed `.tar`.
  SINGLE_FILE,
  /// A directory with an archive of `docker save` an image.
  CLASSIC
}
