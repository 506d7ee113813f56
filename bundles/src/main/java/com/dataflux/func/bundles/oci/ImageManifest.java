package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import java.util.ArrayList;
import java.util.List;

/// What an image consists of: its configuration and its layers, lowest first.
public record ImageManifest(Descriptor config, List<Descriptor> layers) {
  public ImageManifest {
    layers = List.copyOf(layers);
  }

  /// @param file named in complaints
  public static ImageManifest read(String file, byte[] json) {
    StrictJson manifest = StrictJson.read(file, json);
    return new ImageManifest(
        descriptor(manifest.get("config")),
        manifest.get("layers").items().stream().map(ImageManifest::descriptor).toList());
  }

  static Descriptor descriptor(StrictJson json) {
    return new Descriptor(
        json.get("mediaType").text(),
        json.get("digest").digest(),
        json.get("size").size(),
        json.texts("annotations"));
  }

  /// The image, with the layers' digests as its configuration gives them.
  public Image image(String name, String reference, byte[] configuration) {
    List<Digest> diffIds = ImageConfig.read(config.digest(), configuration).diffIds();
    if (diffIds.size() != layers.size()) {
      throw ProblemKind.BUNDLE_MALFORMED.exception(
          "Image %s does not fit its configuration".formatted(name),
          "it has %d layers, the configuration %d".formatted(layers.size(), diffIds.size()),
          "Fetch or build the image again.");
    }
    List<Layer> found = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      found.add(layer(layers.get(i), diffIds.get(i)));
    }
    return new Image(name, reference, config, found);
  }

  private static Layer layer(Descriptor blob, Digest diffId) {
    String size = blob.annotations().getOrDefault(Descriptor.UNCOMPRESSED_SIZE, "");
    boolean packed = !blob.mediaType().equals(MediaType.LAYER);
    long whole = packed ? Layer.UNKNOWN_SIZE : blob.size();
    return new Layer(blob, diffId, size.matches("[0-9]{1,15}") ? Long.parseLong(size) : whole);
  }
}
