package com.dataflux.func.bundles.build;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.bundles.Parallel;
import com.dataflux.func.bundles.layer.PackedLayer;
import com.dataflux.func.bundles.recipe.Recipe;
import com.dataflux.func.bundles.recipe.RecipeBook;
import com.dataflux.func.bundles.recipe.Suite;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Makes images by their recipes, all layers of all images at once.
final class RecipeImages {
  private final Suite suite;
  private final LayerStore store;
  private final Ingredients ingredients;

  RecipeImages(Suite suite, LayerStore store, Ingredients ingredients) {
    this.suite = suite;
    this.store = store;
    this.ingredients = ingredients;
  }

  /// @param recipes name of the image → name of its recipe
  List<BuiltImage> make(Map<String, String> recipes, Activity activity) throws IOException {
    fetch(recipes, activity);
    RecipeLayers layers = new RecipeLayers(suite, ingredients);
    Map<String, List<LayerPlan>> plans = new LinkedHashMap<>();
    Map<Digest, LayerPlan> distinct = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : recipes.entrySet()) {
      List<LayerPlan> own = layers.of(RecipeBook.chain(each.getValue()));
      plans.put(each.getKey(), own);
      own.forEach(plan -> distinct.put(plan.key(), plan));
    }
    Map<Digest, PackedLayer> packed = new ConcurrentHashMap<>();
    Parallel.each(
        List.copyOf(distinct.values()), plan -> packed.put(plan.key(), store.get(plan, activity)));
    List<BuiltImage> images = new ArrayList<>();
    for (Map.Entry<String, List<LayerPlan>> each : plans.entrySet()) {
      List<PackedLayer> own = new ArrayList<>();
      for (LayerPlan plan : each.getValue()) {
        own.add(requireNonNull(packed.get(plan.key())));
      }
      Recipe recipe = RecipeBook.read(requireNonNull(recipes.get(each.getKey())));
      String config = ConfigText.of(recipe.settings().orElseThrow(), each.getValue(), own);
      images.add(new BuiltImage(each.getKey(), config, own));
    }
    return images;
  }

  private void fetch(Map<String, String> recipes, Activity parent) {
    try (Activity activity = parent.begin("Fetch packages")) {
      suite.refresh();
      Set<String> packages = new TreeSet<>();
      for (String recipe : recipes.values()) {
        RecipeBook.chain(recipe).forEach(each -> packages.addAll(each.packages()));
      }
      suite.fetch(packages);
      activity.done();
    }
  }
}
