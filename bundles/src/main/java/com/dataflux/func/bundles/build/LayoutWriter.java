package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.PackedLayer;
import com.dataflux.func.bundles.oci.Descriptor;
import com.dataflux.func.bundles.oci.MediaType;
import com.dataflux.func.bundles.oci.OciLayout;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.JsonText;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes images as an OCI image layout; a layer that two images share is written once.
final class LayoutWriter {
  private final Path directory;
  private final String version;
  private final List<Map<String, Object>> index = new ArrayList<>();

  /// @param version of the application, part of every reference
  LayoutWriter(Path directory, String version) throws IOException {
    this.directory = directory;
    this.version = version;
    Files.createDirectories(directory.resolve(OciLayout.BLOBS));
  }

  void add(BuiltImage image) throws IOException {
    byte[] config = image.config().getBytes(StandardCharsets.UTF_8);
    Digest id = blob(config);
    List<Object> layers = new ArrayList<>();
    for (PackedLayer layer : image.layers()) {
      Path blob = directory.resolve(OciLayout.BLOBS + layer.layer().blob().digest().hex());
      if (!Files.exists(blob)) {
        copy(layer, blob);
      }
      layers.add(json(layer.layer().blob()));
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("schemaVersion", 2);
    manifest.put("mediaType", MediaType.MANIFEST);
    manifest.put("config", json(new Descriptor(MediaType.CONFIG, id, config.length)));
    manifest.put("layers", layers);
    byte[] text = JsonText.of(manifest).getBytes(StandardCharsets.UTF_8);
    String reference = "dataflux-func/%s:%s-%s".formatted(image.name(), version, id.shortHex());
    Map<String, String> annotations =
        Map.of(Descriptor.NAME, image.name(), Descriptor.REFERENCE, reference);
    index.add(json(new Descriptor(MediaType.MANIFEST, blob(text), text.length, annotations)));
  }

  /// What lies in the build cache may have suffered there.
  private static void copy(PackedLayer layer, Path blob) throws IOException {
    MessageDigest sha256 = Digest.algorithm();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(blob), sha256)) {
      Files.copy(layer.file(), out);
    }
    if (!Digest.of(sha256).equals(layer.layer().blob().digest())) {
      Files.deleteIfExists(layer.file());
      throw ProblemKind.BUILD_FAILED.exception(
          "The layer %s of the build cache was damaged".formatted(layer.file()),
          "its content was no longer what it was made with; it is removed now",
          "Run the same command again: the layer is made anew.");
    }
  }

  void finish() throws IOException {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("schemaVersion", 2);
    root.put("mediaType", MediaType.INDEX);
    root.put("manifests", index);
    Files.writeString(directory.resolve(OciLayout.INDEX), JsonText.of(root));
    Files.writeString(directory.resolve(OciLayout.MARKER), "{\"imageLayoutVersion\":\"1.0.0\"}");
  }

  private Digest blob(byte[] content) throws IOException {
    Digest digest = Digest.of(content);
    Files.write(directory.resolve(OciLayout.BLOBS + digest.hex()), content);
    return digest;
  }

  private static Map<String, Object> json(Descriptor descriptor) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mediaType", descriptor.mediaType());
    json.put("digest", descriptor.digest());
    json.put("size", descriptor.size());
    if (!descriptor.annotations().isEmpty()) {
      json.put("annotations", new TreeMap<>(descriptor.annotations()));
    }
    return json;
  }
}
