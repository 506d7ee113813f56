package com.dataflux.func.bundles.delivery;

import com.dataflux.func.bundles.oci.DirectoryContents;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.bundles.oci.OciLayout;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.engine.DockerEngine;
import com.dataflux.func.testbed.EngineVersion;
import com.dataflux.func.testbed.RealEngine;
import com.dataflux.func.testbed.SampleImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Measures the import of images against `docker load` of the `docker save | gzip` files of the
/// same images, in the same run. Arguments: the OCI layout of a bundle (`…/images`), sample images
/// where there is none; then the engine's versions.
///
/// @param engine that was measured
/// @param images how many
/// @param bytes of layers that the first import sent
/// @param first seconds of the first import
/// @param again seconds of the second, and the bytes that it sent
/// @param bytesAgain that the second import sent
/// @param load seconds of `docker load`
/// @param gzipped size of the files that it read
/// @param layout size of the layout's blobs
record ImportBench(
    EngineVersion engine,
    int images,
    long bytes,
    double first,
    double again,
    long bytesAgain,
    double load,
    long gzipped,
    long layout) {

  public static void main(String[] arguments) throws IOException {
    Path layout = arguments.length > 0 ? Path.of(arguments[0]) : SampleImages.layout();
    List<EngineVersion> versions =
        arguments.length > 1
            ? List.of(arguments).subList(1, arguments.length).stream()
                .map(EngineVersion::valueOf)
                .toList()
            : List.of(EngineVersion.values());
    System.out.println(HEADING);
    for (EngineVersion version : versions) {
      System.out.println(measure(layout, version).row());
    }
  }

  static final String HEADING =
      """
      | engine | images | sent | layout | save, gzip | import | docker load | times as fast | second import | sent again |
      |---|---|---|---|---|---|---|---|---|---|\
      """;

  String row() {
    return "| %s | %d | %s | %s | %s | %.1f s | %.1f s | %.2f | %.2f s | %d B |"
        .formatted(
            engine.number(),
            images,
            Quantity.bytes(bytes),
            Quantity.bytes(layout),
            Quantity.bytes(gzipped),
            first,
            load,
            timesAsFast(),
            again,
            bytesAgain);
  }

  double timesAsFast() {
    return load / first;
  }

  static ImportBench measure(Path layout, EngineVersion version) throws IOException {
    Path saved = Files.createTempDirectory("import-bench");
    try (ImageSource source = new OciLayout(new DirectoryContents(layout), "", "amd64")) {
      List<Image> images = source.images();
      Delivered delivered;
      Delivered deliveredAgain;
      double first;
      double again;
      try (RealEngine real = RealEngine.start(version);
          DockerEngine engine = real.connect()) {
        long began = System.nanoTime();
        delivered = deliver(engine, source);
        first = seconds(began);
        began = System.nanoTime();
        deliveredAgain = deliver(engine, source);
        again = seconds(began);
        for (Image image : images) {
          real.save(image.reference(), saved.resolve(image.name() + ".tar.gz"));
        }
      }
      double load;
      try (RealEngine real = RealEngine.start(version)) {
        long began = System.nanoTime();
        for (Image image : images) {
          real.docker(saved.resolve(image.name() + ".tar.gz"), "load", "-q")
              .orFail("docker load failed", "Look at the engine's log.");
        }
        load = seconds(began);
      }
      return new ImportBench(
          version,
          images.size(),
          delivered.bytesSent(),
          first,
          again,
          deliveredAgain.bytesSent(),
          load,
          size(saved),
          size(layout));
    } finally {
      remove(saved);
    }
  }

  private static Delivered deliver(DockerEngine engine, ImageSource source) {
    try (Activity activity = new RecordingDisplay().begin("import")) {
      return new ImageDelivery(engine).deliver(source, source.images(), activity);
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static long size(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void remove(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
