package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.Content;
import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.Node;
import com.dataflux.func.bundles.recipe.Recipe;
import com.dataflux.func.bundles.recipe.Recipe.Placement;
import com.dataflux.func.bundles.recipe.Recipe.User;
import com.dataflux.func.bundles.recipe.RecipeBook;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The small files of a recipe: entry point, settings, accounts, empty directories.
final class RecipeFiles {
  private static final List<String> ACCOUNTS = List.of("/etc/passwd", "/etc/group");

  private final List<Recipe> chain;
  private final Recipe recipe;

  /// @param chain the recipe after its parents
  RecipeFiles(List<Recipe> chain) {
    this.chain = chain;
    this.recipe = chain.getLast();
  }

  Digest key() throws IOException {
    return new Key("files").addAll(TreeFacts.of(tree())).digest();
  }

  FileTree tree() {
    FileTree tree = new FileTree();
    for (Placement place : recipe.directories()) {
      int owner = id(place.owner());
      tree.put(place.path(), new Node.Directory(place.mode(), owner, owner));
    }
    recipe.links().forEach((path, target) -> tree.put(path, new Node.Link(target)));
    for (Placement place : recipe.files()) {
      int owner = id(place.owner());
      byte[] content = RecipeBook.resource(recipe.name(), place.source());
      tree.put(place.path(), new Node.File(place.mode(), owner, owner, Content.of(content)));
    }
    if (!recipe.users().isEmpty()) {
      ACCOUNTS.forEach(path -> tree.put(path, new Node.File(0644, 0, 0, accounts(path))));
    }
    return tree;
  }

  /// The lowest recipe's accounts and those of all recipes up to this one.
  private Content accounts(String path) {
    Recipe base = chain.getFirst();
    String source =
        base.files().stream()
            .filter(place -> place.path().equals(path))
            .map(Placement::source)
            .findFirst()
            .orElseThrow();
    StringBuilder text =
        new StringBuilder(
            new String(RecipeBook.resource(base.name(), source), StandardCharsets.UTF_8));
    for (User user : users()) {
      text.append(
          path.equals("/etc/group")
              ? "%s:x:%d:\n".formatted(user.name(), user.id())
              : "%s:x:%d:%d::%s:/bin/bash\n"
                  .formatted(user.name(), user.id(), user.id(), user.home()));
    }
    return Content.of(text.toString());
  }

  private List<User> users() {
    return chain.stream().flatMap(each -> each.users().stream()).toList();
  }

  private int id(String owner) {
    if (owner.equals("root")) {
      return 0;
    }
    return users().stream()
        .filter(user -> user.name().equals(owner))
        .mapToInt(User::id)
        .findFirst()
        .orElseThrow(
            () ->
                ProblemKind.SOURCE_UNUSABLE.exception(
                    "%s/recipe.yaml names the owner %s".formatted(recipe.name(), owner),
                    "it has no such user",
                    "Correct the recipe."));
  }
}
