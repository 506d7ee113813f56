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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures the import of images against `docker load` of the `docker save | gzip` files of the
/// same images, in the same run.
///
/// @param engine that was measured
/// @param images how many
/// @param bytes of layers that the first import sent
/// @param first import
/// @param again import of the same images
/// @param bytesAgain that the second import sent
/// @param load all files, one after the other
/// @param gzipped size of the files that it read
/// @param layout size of the layout's blobs
record ImportBench(
    EngineVersion engine,
    int images,
    long bytes,
    Cost first,
    Cost again,
    long bytesAgain,
    Cost load,
    long gzipped,
    long layout) {

  /// @param seconds from begin to end
  /// @param work processor time of the engine and of this program, in seconds
  record Cost(double seconds, double work) {
    static Cost of(RealEngine engine, Runnable action) {
      double work = engine.work() + ownWork();
      long began = System.nanoTime();
      action.run();
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Cost(seconds, engine.work() + ownWork() - work);
    }

    private static double ownWork() {
      return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }
  }

  /// Room for images and their archives; a file with holes.
  private static final String DISK = "6G";

  static final String HEADING =
      """
      | engine | images | sent | layout | save, gzip | import | docker load | times as fast | work of both | second import | sent again |
      |---|---|---|---|---|---|---|---|---|---|---|\
      """;

  String row() {
    return "| %s | %d | %s | %s | %s | %.1f s | %.1f s | %.2f | %.1f s, %.1f s | %.2f s | %d B |"
        .formatted(
            engine.number(),
            images,
            Quantity.bytes(bytes),
            Quantity.bytes(layout),
            Quantity.bytes(gzipped),
            first.seconds(),
            load.seconds(),
            load.seconds() / first.seconds(),
            first.work(),
            load.work(),
            again.seconds(),
            bytesAgain);
  }

  static ImportBench measure(Path layout, EngineVersion version) throws IOException {
    Path saved = Files.createTempDirectory("import-bench");
    try (ImageSource source = new OciLayout(new DirectoryContents(layout), "", "amd64")) {
      List<Image> images = source.images();
      List<Delivered> sent = new ArrayList<>();
      Cost first;
      Cost again;
      try (RealEngine real = RealEngine.startOnFreshDisk(version, DISK);
          DockerEngine engine = real.connect()) {
        first = Cost.of(real, () -> sent.add(deliver(engine, source)));
        again = Cost.of(real, () -> sent.add(deliver(engine, source)));
        for (Image image : images) {
          real.save(image.reference(), saved.resolve(image.name() + ".tar.gz"));
        }
      }
      Cost load;
      try (RealEngine real = RealEngine.startOnFreshDisk(version, DISK)) {
        load = Cost.of(real, () -> images.forEach(image -> load(real, saved, image)));
      }
      return new ImportBench(
          version,
          images.size(),
          sent.getFirst().bytesSent(),
          first,
          again,
          sent.getLast().bytesSent(),
          load,
          size(saved),
          size(layout));
    } finally {
      remove(saved);
    }
  }

  private static void load(RealEngine real, Path saved, Image image) {
    real.docker(saved.resolve(image.name() + ".tar.gz"), "load", "-q")
        .orFail("docker load failed", "Look at the engine's log.");
  }

  private static Delivered deliver(DockerEngine engine, ImageSource source) {
    try (Activity activity = new RecordingDisplay().begin("import")) {
      return new ImageDelivery(engine).deliver(source, source.images(), activity);
    }
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
