package com.dataflux.func.bundles.delivery;

/// What a delivery did.
///
/// @param imagesSent images that the engine did not have
/// @param layersSent layers whose bytes travelled
/// @param bytesSent of layers, as they travelled
public record Delivered(int imagesSent, int layersSent, long bytesSent) {
  static final Delivered NOTHING = new Delivered(0, 0, 0);

  Delivered plus(Delivered other) {
    return new Delivered(
        imagesSent + other.imagesSent, layersSent + other.layersSent, bytesSent + other.bytesSent);
  }
}
