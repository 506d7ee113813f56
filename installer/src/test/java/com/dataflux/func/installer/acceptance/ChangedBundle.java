package com.dataflux.func.installer.acceptance;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.bundles.FileEntry;
import com.dataflux.func.bundles.Manifest;
import com.dataflux.func.platform.display.JsonText;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/// A copy of a bundle under another version, whose application's image has other settings: a new
/// image of the same layers.
record ChangedBundle(Path directory) {
  private static final String REFERENCE = "org.opencontainers.image.ref.name";

  /// @param settings that the image gets besides its own, such as `Entrypoint`
  static Path of(Path original, Path directory, String version, Map<String, ?> settings) {
    ChangedBundle copy = new ChangedBundle(directory);
    try {
      copy.link(original);
      copy.changeImages(version, settings);
      copy.changeManifest(version);
      return directory;
    } catch (IOException e) {
      throw new IllegalStateException("the bundle could not be changed", e);
    }
  }

  private void link(Path original) throws IOException {
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = directory.resolve(original.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createLink(target, file);
        }
      }
    }
  }

  private void changeImages(String version, Map<String, ?> settings) throws IOException {
    Path file = directory.resolve("images/index.json");
    Map<String, Object> index = new Yaml().load(Files.readString(file));
    for (Map<String, Object> entry : maps(index.get("manifests"))) {
      Map<String, Object> notes = map(entry.get("annotations"));
      if ("dataflux-func".equals(notes.get("com.dataflux.func.name"))) {
        Map<String, Object> manifest = read(entry);
        Map<String, Object> config = map(manifest.get("config"));
        Map<String, Object> image = read(config);
        map(image.get("config")).putAll(settings);
        String id = replace(config, image);
        replace(entry, manifest);
        notes.put(
            REFERENCE, "dataflux-func/dataflux-func:%s-%s".formatted(version, id.substring(0, 12)));
      }
    }
    put(file, JsonText.of(index));
  }

  /// Lets a descriptor name other content.
  private String replace(Map<String, Object> descriptor, Map<String, Object> content)
      throws IOException {
    Files.delete(blob(descriptor));
    String json = JsonText.of(content);
    Digest digest = Digest.of(json.getBytes(StandardCharsets.UTF_8));
    descriptor.put("digest", digest.toString());
    descriptor.put("size", json.getBytes(StandardCharsets.UTF_8).length);
    put(blob(descriptor), json);
    return digest.hex();
  }

  private Map<String, Object> read(Map<String, Object> descriptor) throws IOException {
    return new Yaml().load(Files.readString(blob(descriptor)));
  }

  private Path blob(Map<String, Object> descriptor) {
    String digest = String.valueOf(descriptor.get("digest"));
    return directory.resolve("images/blobs/sha256").resolve(digest.substring("sha256:".length()));
  }

  private void changeManifest(String version) throws IOException {
    Path file = directory.resolve(Manifest.NAME);
    Manifest old = Manifest.read(Files.readAllBytes(file));
    List<FileEntry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = directory.relativize(each).toString();
        if (!name.equals(Manifest.NAME)) {
          byte[] content = Files.readAllBytes(each);
          entries.add(new FileEntry(name, content.length, Digest.of(content)));
        }
      }
    }
    Files.delete(file);
    Files.write(file, new Manifest(version, old.architecture(), entries).toJson());
  }

  /// The original is linked, so a changed file is a new one.
  private static void put(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(file, text);
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
