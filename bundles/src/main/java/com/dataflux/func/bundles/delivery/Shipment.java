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
/// @param ahead whose layers travel sooner
/// @param needed those of them without which this one cannot be completed
/// @param sent done when the engine has read its layers, or will not
/// @param arrived done when the engine has the image
record Shipment(
    Image image,
    List<Layer> layers,
    List<Shipment> ahead,
    List<Shipment> needed,
    CompletableFuture<Void> sent,
    CompletableFuture<Void> arrived) {
  /// Each lacking layer once, with the image that has the least to bring.
  ///
  /// @param held changed: afterwards it has these images
  static List<Shipment> of(List<Image> lacking, HeldLayers held) {
    List<Image> order = new ArrayList<>(lacking);
    order.sort(Comparator.comparingLong(image -> size(held.lacking(image))));
    List<Shipment> shipments = new ArrayList<>();
    for (Image image : order) {
      List<Layer> layers = held.lacking(image);
      List<Shipment> needed =
          shipments.stream().filter(earlier -> earlier.brings(image.layers())).toList();
      shipments.add(
          new Shipment(
              image,
              layers,
              List.copyOf(shipments),
              needed,
              new CompletableFuture<>(),
              new CompletableFuture<>()));
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

  /// Waits until those ahead are sent, whatever became of them.
  void awaitTurn() {
    ahead.forEach(shipment -> shipment.sent().join());
  }

  /// To be called when its layers are read. Waits for those that it needs; fails where one failed.
  void awaitNeeded() {
    sent.complete(null);
    needed.forEach(shipment -> shipment.arrived().join());
  }
}
