package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.PackedLayer;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.ImageFiles;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.bundles.registry.RegistryImages;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Takes an image that somebody else made. Its configuration stays as it is, so its id does too;
/// its layers are compressed anew.
final class ForeignImage {
  private static final String ARCHITECTURE = "amd64";
  private static final Duration SAVING = Duration.ofMinutes(20);

  private final CommandRunner runner;
  private final LayerStore store;
  private final String name;

  ForeignImage(CommandRunner runner, LayerStore store, String name) {
    this.runner = runner;
    this.store = store;
    this.name = name;
  }

  BuiltImage take(Origin origin, Activity parent) throws IOException {
    try (Activity activity = parent.begin("Image " + name)) {
      BuiltImage image =
          switch (origin) {
            case Origin.Archive(Path path) -> fromFile(path, activity);
            case Origin.Engine(String reference) -> fromEngine(reference, activity);
            case Origin.Registry(String reference) -> fromRegistry(reference, activity);
            case Origin.Recipe(String recipe) -> throw new IllegalArgumentException(recipe);
          };
      activity.done();
      return image;
    }
  }

  private BuiltImage fromEngine(String reference, Activity activity) throws IOException {
    Path saved = Files.createTempFile("dataflux-func-", ".tar");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(saved))) {
        runner
            .run(Command.of("docker", "image", "save", reference).within(SAVING), out)
            .orFail("The engine does not give the image " + reference, "Look at `docker images`.");
      }
      return fromFile(saved, activity);
    } finally {
      Files.deleteIfExists(saved);
    }
  }

  private BuiltImage fromRegistry(String reference, Activity activity) throws IOException {
    try (ImageSource source = new RegistryImages(reference, name, ARCHITECTURE)) {
      return fromSource(source, source.images().getFirst(), activity);
    }
  }

  private BuiltImage fromFile(Path file, Activity activity) throws IOException {
    try (ImageSource source = ImageFiles.open(file, name, ARCHITECTURE)) {
      if (source.images().size() != 1) {
        throw unusable(file.toString(), "it holds %d images".formatted(source.images().size()));
      }
      return fromSource(source, source.images().getFirst(), activity);
    }
  }

  private BuiltImage fromSource(ImageSource source, Image image, Activity activity)
      throws IOException {
    String config = new String(source.readConfig(image), StandardCharsets.UTF_8);
    List<PackedLayer> layers = new ArrayList<>();
    for (Layer layer : image.layers()) {
      layers.add(
          store.get(
              layer.diffId().shortHex(),
              new Key("foreign").add(layer.diffId().toString()).digest(),
              out -> {
                try (InputStream archive = source.openLayer(layer)) {
                  archive.transferTo(out);
                }
              },
              activity));
    }
    return new BuiltImage(name, config, layers);
  }

  private RuntimeException unusable(String origin, String why) {
    return ProblemKind.SOURCE_UNUSABLE.exception(
        "The image %s cannot be taken from %s".formatted(name, origin),
        why,
        "Give another --image %s=….".formatted(name));
  }
}
