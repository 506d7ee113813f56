package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.image.Digest;
import java.util.List;

/// An image that can be read.
///
/// @param name in the catalog: `mysql`, `redis`, `eclipse-mosquitto`, `dataflux-func`; any other
///   for an image of elsewhere
/// @param reference the name that engines and the stack file know it by
/// @param config where its configuration is; the configuration's digest is the image's id
/// @param layers from the lowest up
public record Image(String name, String reference, Descriptor config, List<Layer> layers) {
  public Image {
    layers = List.copyOf(layers);
  }

  /// What an engine shows as the image's id.
  public Digest id() {
    return config.digest();
  }
}
