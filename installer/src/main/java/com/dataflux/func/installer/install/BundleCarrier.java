package com.dataflux.func.installer.install;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.bundles.delivery.ImageDelivery;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.StackOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the bundles that this program builds.
final class BundleCarrier implements Carrier {
  /// Layers are about this many times as large unpacked, where the bundle does not say.
  private static final int GROWTH = 4;

  @Override
  public Delivery open(Path path, Display display) {
    Bundle bundle = Bundle.open(path);
    try {
      bundle.verify(display);
      return new Opened(bundle, cargo(bundle));
    } catch (RuntimeException e) {
      bundle.close();
      throw e;
    }
  }

  private record Opened(Bundle bundle, Cargo cargo) implements Delivery {
    @Override
    public ImageFeed feed() {
      return (Engine engine, StackOptions stack, Activity activity) -> {
        List<Image> wanted =
            bundle.images().stream().filter(image -> isRun(stack, image.name())).toList();
        return new ImageDelivery(engine).deliver(bundle, wanted, activity).imagesSent();
      };
    }

    @Override
    public void close() {
      bundle.close();
    }
  }

  private static boolean isRun(StackOptions stack, String image) {
    return switch (image) {
      case "mysql" -> stack.mysql();
      case "redis" -> stack.redis();
      case "eclipse-mosquitto" -> stack.mqtt();
      default -> true;
    };
  }

  private static Cargo cargo(Bundle bundle) {
    Map<String, String> references =
        bundle.images().stream().collect(Collectors.toMap(Image::name, Image::reference));
    Parcel jar = parcel(bundle, "dataflux-func.jar");
    Parcel runtime = parcel(bundle, "java-runtime.tgz");
    return new Cargo(
        bundle.version(),
        bundle.architecture(),
        jar,
        runtime,
        docker(bundle),
        new Images(
            references.getOrDefault("mysql", ""),
            references.getOrDefault("redis", ""),
            references.getOrDefault("eclipse-mosquitto", ""),
            references.getOrDefault("dataflux-func", "")),
        unpackedBytes(bundle),
        digest(bundle, jar) + " " + digest(bundle, runtime));
  }

  private static Optional<Parcel> docker(Bundle bundle) {
    return bundle.files().stream()
        .filter(name -> name.matches("docker-[^/]*\\.tgz"))
        .findFirst()
        .map(name -> parcel(bundle, name));
  }

  private static Parcel parcel(Bundle bundle, String name) {
    return new Parcel(name, () -> bundle.openFile(name));
  }

  private static long unpackedBytes(Bundle bundle) {
    return bundle.images().stream()
        .flatMap(image -> image.layers().stream())
        .collect(Collectors.toMap(Layer::diffId, BundleCarrier::size, (one, same) -> one))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static long size(Layer layer) {
    return layer.uncompressedSize() == Layer.UNKNOWN_SIZE
        ? layer.blob().size() * GROWTH
        : layer.uncompressedSize();
  }

  /// From the manifest where there is one, from the bytes otherwise.
  private static String digest(Bundle bundle, Parcel parcel) {
    return bundle
        .manifest()
        .flatMap(
            manifest ->
                manifest.files().stream()
                    .filter(file -> file.name().equals(parcel.name()))
                    .findFirst())
        .map(file -> file.sha256().hex())
        .orElseGet(() -> digest(parcel));
  }

  private static String digest(Parcel parcel) {
    try (InputStream content = parcel.open()) {
      return Digest.of(content.readAllBytes()).hex();
    } catch (IOException e) {
      throw ProblemKind.BUNDLE_DAMAGED
          .problem(
              parcel.name() + " is missing or cannot be read",
              e.toString(),
              "Copy the whole bundle directory again.")
          .asException(e);
    }
  }
}
