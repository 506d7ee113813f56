package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.ArchiveTree;
import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.PathPatterns;
import com.dataflux.func.bundles.recipe.DebianPackage;
import com.dataflux.func.bundles.recipe.Recipe;
import com.dataflux.func.bundles.recipe.Suite;
import com.dataflux.func.platform.image.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Plans the layers of a recipe and of those below it: packages with the small files, then runtime,
/// then application, so that what changes most lies on top. An engine takes about as long to begin
/// and end a layer as to unpack 10 MB, so there are few.
final class RecipeLayers {
  private final Suite suite;
  private final Ingredients ingredients;

  RecipeLayers(Suite suite, Ingredients ingredients) {
    this.suite = suite;
    this.ingredients = ingredients;
  }

  /// @param chain the recipe after its parents
  List<LayerPlan> of(List<Recipe> chain) throws IOException {
    List<LayerPlan> plans = new ArrayList<>();
    Set<String> wanted = new TreeSet<>();
    Set<DebianPackage> below = new HashSet<>();
    for (int i = 0; i < chain.size(); i++) {
      List<Recipe> upTo = chain.subList(0, i + 1);
      Recipe recipe = upTo.getLast();
      wanted.addAll(recipe.packages());
      List<DebianPackage> own = new ArrayList<>(suite.closure(wanted));
      own.removeAll(below);
      below.addAll(own);
      plans.add(packages(upTo, own));
      if (recipe.java().isPresent()) {
        plans.add(directory("Java runtime", ingredients.runtime(), recipe.java().get()));
      }
      if (recipe.application().isPresent()) {
        plans.add(application(recipe.application().get()));
      }
    }
    return plans;
  }

  private LayerPlan packages(List<Recipe> chain, List<DebianPackage> all) throws IOException {
    Recipe recipe = chain.getLast();
    PathPatterns without = new PathPatterns(each(chain, Recipe::without), List.of());
    List<DebianPackage> taken =
        all.stream().filter(debian -> !without.drop(debian.name())).toList();
    List<String> drop = each(chain, each -> each.patterns().drop());
    List<String> keep = each(chain, each -> each.patterns().keep());
    RecipeFiles files = new RecipeFiles(chain);
    Key key =
        new Key("packages")
            .addAll(taken.stream().map(DebianPackage::hash).toList())
            .addAll(drop)
            .addAll(keep)
            .add(new TreeMap<>(recipe.joined()).toString())
            .addAll(recipe.icu())
            .add(files.key().toString());
    return new LayerPlan(
        recipe.name(),
        key.digest(),
        spool -> {
          FileTree tree = unpack(taken, spool);
          for (Map.Entry<String, String> each : recipe.joined().entrySet()) {
            tree.join(each.getValue(), each.getKey());
          }
          tree.prune(new PathPatterns(drop, keep));
          tree.shortenIcu(recipe.icu());
          tree.putAll(files.tree());
          return tree;
        });
  }

  private FileTree unpack(List<DebianPackage> packages, Path spool) throws IOException {
    FileTree tree = new FileTree();
    ArchiveTree archives = new ArchiveTree(spool);
    Path tar = spool.resolve("package.tar");
    for (DebianPackage debian : packages) {
      try (OutputStream out = Files.newOutputStream(tar)) {
        suite.unpack(debian, out);
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(tar))) {
        tree.putAll(archives.tar(in));
      }
    }
    Files.deleteIfExists(tar);
    return tree;
  }

  private LayerPlan directory(String title, Path source, String below) throws IOException {
    FileTree tree = ArchiveTree.directory(source, below);
    Digest key = new Key(title).add(below).addAll(TreeFacts.of(tree)).digest();
    return new LayerPlan(title, key, spool -> tree);
  }

  private LayerPlan application(String below) throws IOException {
    Path archive = ingredients.application();
    Digest content;
    try (InputStream stream = Files.newInputStream(archive)) {
      content = Digest.of(stream);
    }
    Digest key = new Key("application, jars stored").add(below).add(content.toString()).digest();
    return new LayerPlan(
        "application", key, spool -> new ArchiveTree(spool).zip(archive, below.substring(1)));
  }

  private static List<String> each(List<Recipe> chain, Function<Recipe, List<String>> part) {
    return chain.stream().flatMap(recipe -> part.apply(recipe).stream()).toList();
  }
}
