package com.dataflux.func.bundles.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeBookTest {
  private static final List<String> IMAGES =
      List.of("mysql", "redis", "eclipse-mosquitto", "dataflux-func");

  @Test
  void everyImageStandsOnTheSameBase() {
    for (String image : IMAGES) {
      List<Recipe> chain = RecipeBook.chain(image);
      assertThat(chain.getFirst().name()).isEqualTo("base");
      assertThat(chain.getLast().settings()).as(image).isPresent();
    }
  }

  @Test
  void everyImageSaysWhetherItIsHealthy() {
    for (String image : IMAGES) {
      Recipe recipe = RecipeBook.read(image);
      boolean file = recipe.files().stream().anyMatch(f -> f.path().endsWith("/bin/healthy"));
      assertThat(file || recipe.links().containsKey("usr/local/bin/healthy")).as(image).isTrue();
    }
  }

  @Test
  void everyFileOfARecipeIsThere() {
    for (String image : IMAGES) {
      for (Recipe recipe : RecipeBook.chain(image)) {
        recipe
            .files()
            .forEach(f -> assertThat(RecipeBook.resource(recipe.name(), f.source())).isNotEmpty());
      }
    }
  }

  @Test
  void saysThatARecipeIsUnknown() {
    assertThatThrownBy(() -> RecipeBook.read("postgres"))
        .hasMessageContaining("There is no recipe file postgres/recipe.yaml");
  }
}
