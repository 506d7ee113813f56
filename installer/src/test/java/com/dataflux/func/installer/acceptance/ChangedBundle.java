package com.dataflux.func.installer.acceptance;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.bundles.Manifest;
import com.dataflux.func.platform.display.JsonText;
import com.dataflux.func.platform.image.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/// A copy of a bundle under another version, whose application's image has other settings: a new
/// image of the same layers.
record ChangedBundle(LinkedBundle files) {
  private static final String INDEX = "images/index.json";
  private static final String REFERENCE = "org.opencontainers.image.ref.name";

  /// @param settings that the image gets besides its own, such as `Entrypoint`
  static Path of(Path original, Path directory, String version, Map<String, ?> settings) {
    ChangedBundle copy = new ChangedBundle(LinkedBundle.of(original, directory));
    copy.changeImages(version, settings);
    copy.changeManifest(version);
    return directory;
  }

  private void changeImages(String version, Map<String, ?> settings) {
    Map<String, Object> index = read(INDEX);
    for (Map<String, Object> entry : maps(index.get("manifests"))) {
      Map<String, Object> notes = map(entry.get("annotations"));
      if ("dataflux-func".equals(notes.get("com.dataflux.func.name"))) {
        Map<String, Object> manifest = read(blob(entry));
        Map<String, Object> config = map(manifest.get("config"));
        Map<String, Object> image = read(blob(config));
        map(image.get("config")).putAll(settings);
        String id = replace(config, image);
        replace(entry, manifest);
        notes.put(
            REFERENCE, "dataflux-func/dataflux-func:%s-%s".formatted(version, id.substring(0, 12)));
      }
    }
    files.put(INDEX, bytes(index));
  }

  /// Lets a descriptor name other content.
  private String replace(Map<String, Object> descriptor, Map<String, Object> content) {
    files.remove(blob(descriptor));
    byte[] json = bytes(content);
    Digest digest = Digest.of(json);
    descriptor.put("digest", digest.toString());
    descriptor.put("size", json.length);
    files.put(blob(descriptor), json);
    return digest.hex();
  }

  private Map<String, Object> read(String file) {
    return new Yaml().load(new String(files.read(file), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(Map<String, Object> content) {
    return JsonText.of(content).getBytes(StandardCharsets.UTF_8);
  }

  private static String blob(Map<String, Object> descriptor) {
    String digest = String.valueOf(descriptor.get("digest"));
    return "images/blobs/sha256/" + digest.substring("sha256:".length());
  }

  private void changeManifest(String version) {
    files.put(new Manifest(version, files.manifest().architecture(), files.files()));
  }

  @SuppressWarnings("unchecked") // JSON that this program wrote.
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) requireNonNull(value);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(@Nullable Object value) {
    return (List<Map<String, Object>>) requireNonNull(value);
  }
}
