package com.dataflux.func.installer.acceptance;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.bundles.Manifest;
import com.dataflux.func.platform.display.JsonText;
import com.dataflux.func.platform.image.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/// A copy of a bundle under another version, with another image of the application or other
/// templates: what a later release would be.
final class ChangedBundle {
  private static final String INDEX = "images/index.json";
  private static final String REFERENCE = "org.opencontainers.image.ref.name";
  private static final String JAR = "dataflux-func.jar";
  private static final String TEMPLATES = "com/dataflux/func/templates/";

  private final Path directory;
  private final LinkedBundle bundle;
  private final Map<String, Object> settings = new LinkedHashMap<>();
  private final Map<String, String> added = new LinkedHashMap<>();
  private boolean holed;

  private ChangedBundle(Path original, Path directory) {
    this.directory = directory;
    this.bundle = LinkedBundle.of(original, directory);
  }

  static ChangedBundle of(Path original, Path directory) {
    return new ChangedBundle(original, directory);
  }

  /// Settings that the application's image gets besides its own, such as `Entrypoint`.
  ChangedBundle withImageSettings(Map<String, ?> more) {
    settings.putAll(more);
    return this;
  }

  /// A file in a layer on top of the application's image.
  ChangedBundle withImageFile(String path, String content) {
    added.put(path, content);
    return this;
  }

  /// Without the file of the application's last layer.
  ChangedBundle withoutALayer() {
    holed = true;
    return this;
  }

  /// Another text of a template.
  ChangedBundle withTemplate(String name, UnaryOperator<String> change) {
    // A copy in the place of the link.
    bundle.put(JAR, bundle.read(JAR));
    try (FileSystem content = FileSystems.newFileSystem(directory.resolve(JAR))) {
      Path template = content.getPath(TEMPLATES + name);
      Files.writeString(template, change.apply(Files.readString(template)));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Another name of a file.
  ChangedBundle withRenamed(String name, String other) {
    bundle.put(other, bundle.read(name));
    bundle.remove(name);
    return this;
  }

  /// The finished bundle.
  Path seal(String version) {
    Map<String, Object> index = read(INDEX);
    for (Map<String, Object> entry : maps(index.get("manifests"))) {
      Map<String, Object> notes = map(entry.get("annotations"));
      if ("dataflux-func".equals(notes.get("com.dataflux.func.name"))) {
        String id = changeImage(entry);
        notes.put(
            REFERENCE, "dataflux-func/dataflux-func:%s-%s".formatted(version, id.substring(0, 12)));
      }
    }
    bundle.put(INDEX, bytes(index));
    bundle.put(new Manifest(version, bundle.manifest().architecture(), bundle.files()));
    return directory;
  }

  /// @return the image's id
  private String changeImage(Map<String, Object> entry) {
    Map<String, Object> manifest = read(blob(entry));
    Map<String, Object> config = map(manifest.get("config"));
    Map<String, Object> image = read(blob(config));
    map(image.get("config")).putAll(settings);
    if (!added.isEmpty()) {
      addLayer(manifest, image);
    }
    if (holed) {
      bundle.remove(blob(maps(manifest.get("layers")).getLast()));
    }
    String id = replace(config, image);
    replace(entry, manifest);
    return id;
  }

  private void addLayer(Map<String, Object> manifest, Map<String, Object> image) {
    byte[] content = archive();
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("mediaType", "application/vnd.oci.image.layer.v1.tar");
    layer.put("digest", Digest.of(content).toString());
    layer.put("size", content.length);
    bundle.put(blob(layer), content);
    append(manifest, "layers", layer);
    append(map(image.get("rootfs")), "diff_ids", Digest.of(content).toString());
    append(image, "history", Map.of("created_by", "more files"));
  }

  private byte[] archive() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, String> file : added.entrySet()) {
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void append(Map<String, Object> to, String key, Object last) {
    List<Object> longer = new ArrayList<>((List<?>) requireNonNull(to.get(key)));
    longer.add(last);
    to.put(key, longer);
  }

  /// Lets a descriptor name other content.
  private String replace(Map<String, Object> descriptor, Map<String, Object> content) {
    bundle.remove(blob(descriptor));
    byte[] json = bytes(content);
    Digest digest = Digest.of(json);
    descriptor.put("digest", digest.toString());
    descriptor.put("size", json.length);
    bundle.put(blob(descriptor), json);
    return digest.hex();
  }

  private Map<String, Object> read(String file) {
    return new Yaml().load(new String(bundle.read(file), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(Map<String, Object> content) {
    return JsonText.of(content).getBytes(StandardCharsets.UTF_8);
  }

  private static String blob(Map<String, Object> descriptor) {
    String digest = String.valueOf(descriptor.get("digest"));
    return "images/blobs/sha256/" + digest.substring("sha256:".length());
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
