package com.dataflux.func.bundles.build;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.bundles.recipe.Suite;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gets every image of the catalog from where the catalog says.
final class ImageOrigins {
  private final CommandRunner runner;
  private final BuildCache cache;
  private final Ingredients ingredients;

  ImageOrigins(CommandRunner runner, BuildCache cache, Ingredients ingredients) {
    this.runner = runner;
    this.cache = cache;
    this.ingredients = ingredients;
  }

  /// The images in the catalog's order.
  List<BuiltImage> make(Catalog catalog, Activity activity) throws IOException {
    LayerStore store = new LayerStore(cache);
    Map<String, String> recipes = new LinkedHashMap<>();
    Map<String, BuiltImage> made = new LinkedHashMap<>();
    for (Map.Entry<String, Origin> each : catalog.images().entrySet()) {
      if (each.getValue() instanceof Origin.Recipe(String recipe)) {
        recipes.put(each.getKey(), recipe);
      } else {
        ForeignImage foreign = new ForeignImage(runner, store, each.getKey());
        made.put(each.getKey(), foreign.take(each.getValue(), activity));
      }
    }
    if (!recipes.isEmpty()) {
      Suite suite = Suite.open(runner, cache.root(), catalog.suite());
      for (BuiltImage image : new RecipeImages(suite, store, ingredients).make(recipes, activity)) {
        made.put(image.name(), image);
      }
    }
    List<BuiltImage> images = new ArrayList<>();
    for (String name : catalog.images().keySet()) {
      images.add(requireNonNull(made.get(name)));
    }
    return images;
  }
}
