package com.dataflux.func.bundles.delivery;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.bundles.Parallel;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.bundles.oci.SavedImage;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineImage;
import com.dataflux.func.platform.engine.ImageStore;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.image.ImageReference;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives an engine images of a bundle: only those that it lacks, and of them only the layers that
/// it lacks. Each is looked at in the engine afterwards.
///
/// A layer that several lack travels with the one that has the least to bring. The others travel
/// after it, while the engine unpacks it, and are only completed when it is in: an engine keeps
/// what it is sent until an archive's end, and then looks for what the archive leaves out.
public final class ImageDelivery {
  private final Engine engine;
  private @Nullable ImageStore store;

  public ImageDelivery(Engine engine) {
    this.engine = engine;
  }

  /// Asked for once: an engine starts three programs to describe itself.
  private synchronized ImageStore store() {
    if (store == null) {
      store = engine.facts().imageStore();
    }
    return store;
  }

  /// The images that the engine lacks, under whatever name.
  public List<Image> lacking(List<Image> images) {
    return images.stream().filter(image -> held(image).isEmpty()).toList();
  }

  private List<Shipment> shipments(List<Image> lacking) {
    return Shipment.of(lacking, new HeldLayers(engine.images()));
  }

  /// Sends images of a bundle, as [#deliver(ImageSource, List, Activity)] does.
  public Delivered deliver(Bundle bundle, List<Image> images, Activity activity) {
    return deliver(bundle.source(), images, activity);
  }

  /// Sends what the engine lacks of these images, and names those that it has.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `IMPORT_FAILED` where the engine
  ///   refuses an image or has another one afterwards, of kind `BUNDLE_DAMAGED` where a layer's
  ///   bytes are not right
  public Delivered deliver(ImageSource source, List<Image> images, Activity activity) {
    List<Image> lacking = lacking(images);
    images.stream().filter(image -> !lacking.contains(image)).forEach(this::name);
    Delivered delivered = send(source, lacking, activity);
    images.forEach(this::check);
    activity.note(
        delivered.imagesSent() == 0
            ? "the engine has all %d".formatted(images.size())
            : "%d of %d images, %s"
                .formatted(
                    delivered.imagesSent(), images.size(), Quantity.bytes(delivered.bytesSent())));
    return delivered;
  }

  private Delivered send(ImageSource source, List<Image> lacking, Activity activity) {
    if (lacking.isEmpty()) {
      return Delivered.NOTHING;
    }
    List<Shipment> shipments = shipments(lacking);
    activity.expect(shipments.stream().mapToLong(each -> size(each.layers())).sum());
    Tally tally = new Tally();
    Parallel.atOnce(
        shipments,
        shipment -> {
          shipment.awaitTurn();
          try {
            tally.add(send(source, shipment, activity));
            shipment.arrived().complete(null);
          } catch (RuntimeException e) {
            shipment.arrived().completeExceptionally(e);
            throw e;
          } finally {
            shipment.sent().complete(null);
          }
        });
    return tally.sum();
  }

  private Delivered send(ImageSource source, Shipment shipment, Activity activity) {
    Image image = shipment.image();
    // containerd takes an archive only whole.
    List<Layer> sent = store() == ImageStore.CONTAINERD ? image.layers() : shipment.layers();
    try (Activity part = activity.begin(image.name());
        InputStream archive =
            new SavedImage(source, image, sent)
                .open(
                    bytes -> {
                      activity.advance(bytes);
                      part.advance(bytes);
                    },
                    shipment::awaitNeeded)) {
      part.expect(size(sent));
      engine.load(archive);
      part.note("%d layers, %s".formatted(sent.size(), Quantity.bytes(size(sent))));
      part.done();
      return new Delivered(1, sent.size(), size(sent));
    } catch (IOException e) {
      throw ProblemKind.BUNDLE_DAMAGED
          .problem(
              "Image %s cannot be read from the bundle".formatted(image.name()),
              e.toString(),
              "Copy the bundle again, perhaps from another medium.")
          .asException(e);
    }
  }

  private void name(Image image) {
    ImageReference reference = ImageReference.parse(image.reference());
    EngineImage present = held(image).orElseThrow();
    if (!present.references().contains(reference)) {
      engine.tag(present.id(), reference);
    }
  }

  private void check(Image image) {
    List<Digest> expected = diffIds(image);
    boolean right =
        engine
            .image(ImageReference.parse(image.reference()))
            .filter(present -> expected.equals(present.diffIds()))
            .isPresent();
    if (!right) {
      throw ProblemKind.IMPORT_FAILED.exception(
          "The engine does not have image %s as it was sent".formatted(image.reference()),
          "its layers are not those of the bundle",
          "Look at the engine's log and its free disk space, then run the same command again.");
    }
  }

  private Optional<EngineImage> held(Image image) {
    if (store() == ImageStore.GRAPH_DRIVER) {
      return engine.image(image.id());
    }
    List<Digest> expected = diffIds(image);
    return engine
        .image(ImageReference.parse(image.reference()))
        .filter(present -> expected.equals(present.diffIds()));
  }

  private static List<Digest> diffIds(Image image) {
    return image.layers().stream().map(Layer::diffId).toList();
  }

  private static long size(List<Layer> layers) {
    return layers.stream().mapToLong(Layer::uncompressedSize).sum();
  }

  /// Adds up what is sent side by side.
  private static final class Tally {
    private Delivered sum = Delivered.NOTHING;

    synchronized void add(Delivered more) {
      sum = sum.plus(more);
    }

    synchronized Delivered sum() {
      return sum;
    }
  }
}
