package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.recipe.YamlNode;
import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Which image comes from where, as `catalog.yaml` says.
///
/// @param suite of the packages that recipes use
/// @param images name → origin, in the order of the bundle
record Catalog(String suite, Map<String, Origin> images) {

  /// The catalog that this program carries, with other origins for some images.
  static Catalog with(Map<String, String> overrides) {
    YamlNode yaml = YamlNode.read("catalog.yaml", text()).only(Set.of("suite", "images"));
    Map<String, String> chosen = yaml.map("images");
    overrides.forEach(
        (name, origin) -> {
          if (chosen.replace(name, origin) == null) {
            throw ProblemKind.USAGE.exception(
                "There is no image %s in the catalog".formatted(name),
                "it has " + chosen.keySet(),
                "Correct --image; nothing was built.");
          }
        });
    Map<String, Origin> images = new LinkedHashMap<>();
    chosen.forEach((name, origin) -> images.put(name, origin(origin)));
    return new Catalog(yaml.text("suite", ""), images);
  }

  /// `recipe:NAME`, `engine:REFERENCE`, `registry:REFERENCE`, or a path; anything else is the
  /// reference of an image in a registry.
  static Origin origin(String text) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    return switch (scheme) {
      case "recipe" -> new Origin.Recipe(rest);
      case "engine" -> new Origin.Engine(rest);
      case "registry" -> new Origin.Registry(rest);
      default -> {
        Path file = Path.of(text);
        yield Files.exists(file) ? new Origin.Archive(file) : new Origin.Registry(text);
      }
    };
  }

  private static String text() {
    try (InputStream stream = Catalog.class.getResourceAsStream("/catalog.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("this jar lacks its catalog.yaml");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
