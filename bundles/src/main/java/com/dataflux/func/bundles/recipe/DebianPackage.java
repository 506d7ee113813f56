package com.dataflux.func.bundles.recipe;

import java.util.List;

/// A package of a suite, as apt would fetch it.
///
/// @param name without version and architecture
/// @param file name of its archive in apt's cache
/// @param hash of the archive, with the algorithm's name
public record DebianPackage(String name, String file, String hash) {

  /// Reads a line of `apt-get --print-uris`: `'address' file size hash`.
  static DebianPackage ofUri(String line) {
    List<String> parts = List.of(line.strip().split(" +", -1));
    String file = parts.get(1);
    return new DebianPackage(file.substring(0, file.indexOf('_')), file, parts.get(3));
  }
}
