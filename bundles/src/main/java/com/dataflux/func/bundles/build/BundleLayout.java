package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.Bundle;

/// How a bundle is laid down.
public enum BundleLayout {
  /// A directory with a manifest and one OCI layout.
  DIRECTORY,
  /// The same as one uncompressed `.tar`.
  SINGLE_FILE,
  /// A directory with an archive of `docker save` an image.
  CLASSIC;

  /// What the bundle is called where nobody says otherwise.
  public String usualName() {
    return switch (this) {
      case DIRECTORY, CLASSIC -> Bundle.DIRECTORY;
      case SINGLE_FILE -> Bundle.DIRECTORY + ".tar";
    };
  }
}
