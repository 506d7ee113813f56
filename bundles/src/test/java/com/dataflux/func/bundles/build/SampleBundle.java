package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.Content;
import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.LayerArchive;
import com.dataflux.func.bundles.layer.LayerPress;
import com.dataflux.func.bundles.layer.Node;
import com.dataflux.func.bundles.layer.PackedLayer;
import com.dataflux.func.bundles.recipe.ImageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A whole bundle of three small images that share their lowest layer.
public final class SampleBundle {
  private static final ImageSettings SETTINGS =
      new ImageSettings(List.of("/start"), List.of(), Map.of(), "/", List.of(), "SIGTERM");

  private SampleBundle() {}

  /// Writes the bundle into an empty directory.
  public static Path write(Path directory) throws IOException {
    writeImages(directory.resolve("images"));
    Files.writeString(directory.resolve("run-portable.sh"), "#!/bin/sh\n");
    Files.writeString(directory.resolve("java-runtime.tgz"), "not really");
    seal(directory);
    return directory;
  }

  /// Writes the images alone, as a layout.
  static void writeImages(Path directory) throws IOException {
    Path spool = Files.createTempDirectory("layers");
    PackedLayer shared = layer("shared", spool);
    LayoutWriter layout = new LayoutWriter(directory, "1.2.3");
    for (String name : List.of("mysql", "redis", "dataflux-func")) {
      List<PackedLayer> layers = List.of(shared, layer(name, spool));
      List<LayerPlan> plans = new ArrayList<>();
      for (PackedLayer each : layers) {
        plans.add(new LayerPlan("a layer", each.layer().diffId(), _ -> new FileTree()));
      }
      layout.add(new BuiltImage(name, ConfigText.of(SETTINGS, plans, layers), layers));
    }
    layout.finish();
    Directories.delete(spool);
  }

  /// Writes a manifest that fits what is in the directory now.
  public static void seal(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve("manifest.json"));
    ManifestWriter.write(directory, "1.2.3");
  }

  private static PackedLayer layer(String text, Path spool) throws IOException {
    FileTree tree = new FileTree();
    tree.put("etc", new Node.Directory(0755, 0, 0));
    tree.put("etc/" + text, new Node.File(0644, 0, 0, Content.of(text.repeat(10_000))));
    Path file = spool.resolve(text);
    return LayerPress.press(out -> LayerArchive.write(tree, out), file, n -> {});
  }
}
