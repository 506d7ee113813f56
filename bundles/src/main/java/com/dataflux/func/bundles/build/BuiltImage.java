package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.PackedLayer;
import java.util.List;

/// An image ready to be laid into the bundle.
///
/// @param name in the catalog
/// @param config its configuration, whose digest is the image's id
/// @param layers from the lowest up
record BuiltImage(String name, String config, List<PackedLayer> layers) {
  BuiltImage {
    layers = List.copyOf(layers);
  }
}
