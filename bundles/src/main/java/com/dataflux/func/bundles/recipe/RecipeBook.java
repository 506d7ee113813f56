package com.dataflux.func.bundles.recipe;

import com.dataflux.func.bundles.recipe.Recipe.Patterns;
import com.dataflux.func.bundles.recipe.Recipe.Placement;
import com.dataflux.func.bundles.recipe.Recipe.User;
import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the recipes that this program carries.
public final class RecipeBook {
  private static final String PLACE = "/com/dataflux/func/bundles/images/";
  private static final Set<String> KEYS =
      Set.of(
          "parent",
          "packages",
          "without",
          "drop",
          "keep",
          "users",
          "files",
          "joined",
          "icu",
          "links",
          "directories",
          "java",
          "application",
          "image");

  private RecipeBook() {}

  public static Recipe read(String name) {
    String file = name + "/recipe.yaml";
    String text = new String(resource(name, "recipe.yaml"), StandardCharsets.UTF_8);
    YamlNode yaml = YamlNode.read(file, text).only(KEYS);
    return new Recipe(
        name,
        optional(yaml, "parent"),
        yaml.texts("packages"),
        yaml.texts("without"),
        new Patterns(yaml.texts("drop"), yaml.texts("keep")),
        users(yaml.node("users")),
        placements(yaml.node("files")),
        yaml.map("joined"),
        yaml.texts("icu"),
        yaml.map("links"),
        placements(yaml.node("directories")),
        optional(yaml, "java"),
        optional(yaml, "application"),
        yaml.has("image") ? Optional.of(settings(yaml.node("image"))) : Optional.empty());
  }

  /// A recipe after those that its layers lie upon.
  public static List<Recipe> chain(String name) {
    List<Recipe> chain = new ArrayList<>();
    Optional<String> next = Optional.of(name);
    while (next.isPresent()) {
      Recipe recipe = read(next.get());
      chain.addFirst(recipe);
      next = recipe.parent();
    }
    return chain;
  }

  /// A file that lies beside a recipe.
  public static byte[] resource(String recipe, String source) {
    String place = PLACE + recipe + "/" + source;
    try (InputStream stream = RecipeBook.class.getResourceAsStream(place)) {
      if (stream == null) {
        throw ProblemKind.SOURCE_UNUSABLE.exception(
            "There is no recipe file %s/%s".formatted(recipe, source),
            "",
            "Correct the catalog or the recipe.");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> optional(YamlNode yaml, String name) {
    return yaml.has(name) ? Optional.of(yaml.text(name, "")) : Optional.empty();
  }

  private static List<User> users(YamlNode yaml) {
    return yaml.names().stream()
        .map(
            name -> {
              YamlNode user = yaml.node(name).only(Set.of("id", "home"));
              return new User(
                  name, Integer.parseInt(user.text("id", "")), user.text("home", "/nonexistent"));
            })
        .toList();
  }

  private static List<Placement> placements(YamlNode yaml) {
    return yaml.names().stream()
        .map(
            path -> {
              YamlNode place = yaml.node(path).only(Set.of("source", "mode", "owner"));
              return new Placement(
                  path,
                  place.text("source", ""),
                  Integer.parseInt(place.text("mode", "755"), 8),
                  place.text("owner", "root"));
            })
        .toList();
  }

  private static ImageSettings settings(YamlNode yaml) {
    yaml.only(Set.of("entrypoint", "command", "environment", "directory", "ports", "stop-signal"));
    return new ImageSettings(
        yaml.texts("entrypoint"),
        yaml.texts("command"),
        yaml.map("environment"),
        yaml.text("directory", "/"),
        yaml.texts("ports"),
        yaml.text("stop-signal", "SIGTERM"));
  }
}
