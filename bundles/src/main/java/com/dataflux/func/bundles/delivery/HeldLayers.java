package com.dataflux.func.bundles.delivery;

import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.platform.engine.EngineImage;
import com.dataflux.func.platform.image.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The layers that an engine has. It knows a layer together with all those below it, so the same
/// layer on another base is another one.
final class HeldLayers {
  private final Set<List<Digest>> chains = new HashSet<>();

  HeldLayers(List<EngineImage> images) {
    for (EngineImage image : images) {
      addChains(image.diffIds());
    }
  }

  /// Those of an image's layers that the engine lacks, lowest first.
  List<Layer> lacking(Image image) {
    List<Layer> lacking = new ArrayList<>();
    List<Digest> chain = new ArrayList<>();
    for (Layer layer : image.layers()) {
      chain.add(layer.diffId());
      if (!chains.contains(chain)) {
        lacking.add(layer);
      }
    }
    return lacking;
  }

  /// The engine has this image from now on.
  void add(Image image) {
    addChains(image.layers().stream().map(Layer::diffId).toList());
  }

  private void addChains(List<Digest> diffIds) {
    for (int i = 1; i <= diffIds.size(); i++) {
      chains.add(List.copyOf(diffIds.subList(0, i)));
    }
  }
}
