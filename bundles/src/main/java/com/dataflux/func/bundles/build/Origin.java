package com.dataflux.func.bundles.build;

import java.nio.file.Path;

/// Where an image comes from.
sealed interface Origin {

  /// Made of packages by a recipe.
  record Recipe(String name) implements Origin {}

  /// An archive of `docker save`, or an OCI layout as a directory or as a tar archive.
  record Archive(Path path) implements Origin {}

  /// Pulled from a registry.
  record Registry(String reference) implements Origin {}

  /// Asked of the engine of this machine.
  record Engine(String reference) implements Origin {}
}
