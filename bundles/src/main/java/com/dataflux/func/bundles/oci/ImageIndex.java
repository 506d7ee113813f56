package com.dataflux.func.bundles.oci;

import java.util.List;

/// A list of manifests, which may be one a platform.
public final class ImageIndex {
  private ImageIndex() {}

  /// Whether this is an index and not the manifest of one image.
  public static boolean is(byte[] json) {
    return StrictJson.read("manifest", json).has("manifests");
  }

  /// Those for Linux on an architecture, and those for any platform.
  ///
  /// @param file named in complaints
  public static List<Descriptor> read(String file, byte[] json, String architecture) {
    return StrictJson.read(file, json).get("manifests").items().stream()
        .filter(entry -> matches(entry, architecture))
        .map(ImageManifest::descriptor)
        .toList();
  }

  private static boolean matches(StrictJson entry, String architecture) {
    if (!entry.has("platform")) {
      return true;
    }
    StrictJson platform = entry.get("platform");
    return platform.get("architecture").text().equals(architecture)
        && platform.get("os").text().equals("linux");
  }
}
