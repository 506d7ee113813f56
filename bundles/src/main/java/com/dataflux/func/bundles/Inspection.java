package com.dataflux.func.bundles;

import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.image.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `bundle inspect` prints.
///
/// @param text for people
/// @param fields the same for programs
public record Inspection(String text, Map<String, Object> fields) {

  public static Inspection of(Bundle bundle) {
    Map<Digest, Integer> uses = new LinkedHashMap<>();
    for (Image image : bundle.images()) {
      image.layers().forEach(layer -> uses.merge(layer.diffId(), 1, Integer::sum));
    }
    StringBuilder text =
        new StringBuilder(
            "DataFlux Func %s for %s\n".formatted(bundle.version(), bundle.architecture()));
    for (Image image : bundle.images()) {
      text.append('\n').append(image.reference()).append('\n');
      for (Layer layer : image.layers()) {
        int times = uses.getOrDefault(layer.diffId(), 1);
        text.append(
            "  %s  %8s, unpacked %8s%s\n"
                .formatted(
                    layer.diffId().shortHex(),
                    Quantity.bytes(layer.blob().size()),
                    layer.uncompressedSize() < 0
                        ? "unknown"
                        : Quantity.bytes(layer.uncompressedSize()),
                    times > 1 ? ", shared by %d images".formatted(times) : ""));
      }
    }
    long stored = stored(bundle);
    long alone = alone(bundle);
    text.append(
        "\nImages: %s; without sharing layers they would take %s."
            .formatted(Quantity.bytes(stored), Quantity.bytes(alone)));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", bundle.version());
    fields.put("architecture", bundle.architecture());
    fields.put("images", bundle.images().stream().map(Inspection::fields).toList());
    fields.put("storedBytes", stored);
    fields.put("withoutSharingBytes", alone);
    return new Inspection(text.toString(), fields);
  }

  private static long stored(Bundle bundle) {
    Map<Digest, Long> blobs = new LinkedHashMap<>();
    for (Image image : bundle.images()) {
      image.layers().forEach(layer -> blobs.put(layer.blob().digest(), layer.blob().size()));
    }
    return blobs.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long alone(Bundle bundle) {
    return bundle.images().stream()
        .flatMap(image -> image.layers().stream())
        .mapToLong(layer -> layer.blob().size())
        .sum();
  }

  private static Map<String, Object> fields(Image image) {
    List<Map<String, Object>> layers =
        image.layers().stream()
            .map(
                layer ->
                    Map.<String, Object>of(
                        "diffId", layer.diffId(),
                        "bytes", layer.blob().size(),
                        "unpackedBytes", layer.uncompressedSize()))
            .toList();
    return Map.of(
        "name", image.name(),
        "reference", image.reference(),
        "id", image.id(),
        "layers", layers);
  }
}
