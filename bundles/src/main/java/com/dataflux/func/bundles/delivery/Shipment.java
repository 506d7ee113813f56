package com.dataflux.func.bundles.delivery;

import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// An image and those of its layers that travel with it; the others are in the engine, or come with
/// the shipments before it.
///
/// @param before must have arrived before this one can be completed
/// @param arrived done when the engine has the image
record Shipment(
    Image image, List<Layer> layers, List<Shipment> before, CompletableFuture<Void> arrived) {
  /// Each lacking layer once, with the image that has the least to bring.
  ///
  /// @param held changed: afterwards it has these images
  static List<Shipment> of(List<Image> lacking, HeldLayers held) {
    List<Image> order = new ArrayList<>(lacking);
    order.sort(Comparator.comparingLong(image -> size(held.lacking(image))));
    List<Shipment> shipments = new ArrayList<>();
    for (Image image : order) {
      List<Layer> layers = held.lacking(image);
      List<Shipment> before =
          shipments.stream().filter(earlier -> earlier.brings(image.layers())).toList();
      shipments.add(new Shipment(image, layers, before, new CompletableFuture<>()));
      held.add(image);
    }
    return shipments;
  }

  private boolean brings(List<Layer> wanted) {
    return layers.stream().anyMatch(wanted::contains);
  }

  private static long size(List<Layer> layers) {
    return layers.stream().mapToLong(Layer::uncompressedSize).sum();
  }

  /// Waits for those before; fails where one of them failed.
  void awaitThoseBefore() {
    before.forEach(shipment -> shipment.arrived().join());
  }
}
