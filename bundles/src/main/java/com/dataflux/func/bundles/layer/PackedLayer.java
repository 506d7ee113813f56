package com.dataflux.func.bundles.layer;

import com.dataflux.func.bundles.oci.Layer;
import java.nio.file.Path;

/// A compressed layer on this machine's disk.
public record PackedLayer(Layer layer, Path file) {}
