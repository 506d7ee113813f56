package com.dataflux.func.bundles.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an image is made of, as `images/<name>/recipe.yaml` says.
///
/// @param name of the recipe
/// @param parent whose layers lie below
/// @param packages of the suite, beside those of the parent
/// @param without packages that are left out although others ask for them, `*` allowed
/// @param patterns paths to drop and to keep, beside those of the parent
/// @param users made in the image
/// @param files path in the image → resource beside the recipe, its mode and its owner
/// @param joined path → pattern of the packages' files that become this one file
/// @param icu items of ICU's data that stay in its library, `*` allowed; empty where all stay
/// @param links path → target
/// @param directories path → owner and mode
/// @param java where the Java runtime goes
/// @param application where the application's archive goes
/// @param settings of the image; empty where the recipe is only a parent
public record Recipe(
    String name,
    Optional<String> parent,
    List<String> packages,
    List<String> without,
    Patterns patterns,
    List<User> users,
    List<Placement> files,
    Map<String, String> joined,
    List<String> icu,
    Map<String, String> links,
    List<Placement> directories,
    Optional<String> java,
    Optional<String> application,
    Optional<ImageSettings> settings) {

  /// Paths to drop, and which of them stay.
  public record Patterns(List<String> drop, List<String> keep) {}

  /// A user with a group of the same name and number.
  public record User(String name, int id, String home) {}

  /// A file or a directory to lay down.
  ///
  /// @param source resource beside the recipe; empty for a directory
  public record Placement(String path, String source, int mode, String owner) {}
}
