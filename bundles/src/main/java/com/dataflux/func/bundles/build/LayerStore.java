package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.LayerArchive;
import com.dataflux.func.bundles.layer.LayerPress;
import com.dataflux.func.bundles.layer.PackedLayer;
import com.dataflux.func.bundles.oci.Descriptor;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.bundles.oci.MediaType;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compressed layers in the build cache, each under the key of what it was made of.
final class LayerStore {
  private final Path directory;

  LayerStore(BuildCache cache) throws IOException {
    this.directory = cache.directory("layers");
  }

  /// The layer of the plan, made now where the cache has none.
  PackedLayer get(LayerPlan plan, Activity parent) throws IOException {
    try (Activity activity = parent.begin("Layer " + plan.title())) {
      PackedLayer known = find(plan.key());
      if (known != null) {
        activity.skip("unchanged, " + Quantity.bytes(known.layer().blob().size()));
        return known;
      }
      Path spool = Files.createTempDirectory(directory, "spool-");
      try {
        FileTree tree = plan.source().make(spool);
        activity.expect(tree.size());
        PackedLayer made = press(plan.key(), out -> LayerArchive.write(tree, out), activity);
        activity.done();
        return made;
      } finally {
        Directories.delete(spool);
      }
    }
  }

  /// Compresses an archive that is at hand, such as a layer of another image.
  PackedLayer get(String title, Digest key, LayerPress.Archive archive, Activity parent)
      throws IOException {
    try (Activity activity = parent.begin("Layer " + title)) {
      PackedLayer known = find(key);
      if (known != null) {
        activity.skip("unchanged, " + Quantity.bytes(known.layer().blob().size()));
        return known;
      }
      PackedLayer made = press(key, archive, activity);
      activity.done();
      return made;
    }
  }

  private PackedLayer press(Digest key, LayerPress.Archive archive, Activity activity)
      throws IOException {
    Path part = Files.createTempFile(directory, "layer-", ".part");
    try {
      PackedLayer packed = LayerPress.press(archive, part, activity::advance);
      Layer layer = packed.layer();
      Path file = directory.resolve(key.hex() + ".tar.zst");
      force(part);
      AtomicFile.moveInto(part, file);
      String facts =
          "%s %s %d\n".formatted(layer.blob().digest(), layer.diffId(), layer.uncompressedSize());
      AtomicFile.write(facts(key), facts, AtomicFile.READABLE);
      activity.note(
          "%s, from %s"
              .formatted(
                  Quantity.bytes(layer.blob().size()), Quantity.bytes(layer.uncompressedSize())));
      return new PackedLayer(layer, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private @Nullable PackedLayer find(Digest key) throws IOException {
    Path file = directory.resolve(key.hex() + ".tar.zst");
    if (!Files.isRegularFile(file) || !Files.isRegularFile(facts(key))) {
      return null;
    }
    List<String> facts = List.of(Files.readString(facts(key)).strip().split(" ", -1));
    Descriptor blob =
        new Descriptor(
            MediaType.LAYER_ZSTD,
            Digest.parse(facts.get(0)),
            Files.size(file),
            Map.of(Descriptor.UNCOMPRESSED_SIZE, facts.get(2)));
    Layer layer = new Layer(blob, Digest.parse(facts.get(1)), Long.parseLong(facts.get(2)));
    return new PackedLayer(layer, file);
  }

  private Path facts(Digest key) {
    return directory.resolve(key.hex() + ".facts");
  }
}
