package com.dataflux.func.bundles.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.engine.InMemoryEngine;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.image.ImageReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDeliveryTest {
  private static final String BASE = "base".repeat(1000);

  @TempDir Path directory;

  private final InMemoryEngine engine = new InMemoryEngine();
  private final ImageDelivery delivery = new ImageDelivery(engine);

  @BeforeEach
  void writeThreeImagesOnOneBase() throws Exception {
    save("mysql", BASE, "mysql".repeat(3000));
    save("redis", BASE, "redis");
    save("dataflux-func", BASE, "func".repeat(100));
  }

  @Test
  void sendsEachLayerOnceAndNothingTheSecondTime() {
    try (Bundle bundle = Bundle.open(directory)) {
      long each = 15_405L + BASE.length();

      assertThat(delivery.bytesToSend(bundle.images())).isEqualTo(each);
      assertThat(deliver(bundle)).isEqualTo(new Delivered(3, 4, each));
      assertThat(deliver(bundle)).isEqualTo(Delivered.NOTHING);
      assertThat(delivery.bytesToSend(bundle.images())).isZero();
    }
    assertThat(engine.image(ImageReference.parse("t/redis:1"))).isPresent();
  }

  @Test
  void sendsOnlyTheLayersThatAChangedImageHasNew() throws Exception {
    try (Bundle bundle = Bundle.open(directory)) {
      deliver(bundle);
    }
    save("redis", BASE, "redis of tomorrow");
    try (Bundle bundle = Bundle.open(directory)) {
      assertThat(deliver(bundle)).isEqualTo(new Delivered(1, 1, 17));
    }
  }

  @Test
  void namesAnImageThatTheEngineHasUnderNoName() {
    try (Bundle bundle = Bundle.open(directory)) {
      deliver(bundle);
      var image = engine.image(ImageReference.parse("t/mysql:1")).orElseThrow();
      engine.tag(image.id(), ImageReference.parse("kept:1"));
      engine.removeImage(ImageReference.parse("t/mysql:1"));

      assertThat(deliver(bundle)).isEqualTo(Delivered.NOTHING);

      assertThat(engine.image(ImageReference.parse("t/mysql:1"))).isPresent();
    }
  }

  private Delivered deliver(Bundle bundle) {
    try (Activity activity = new RecordingDisplay().begin("Load images")) {
      return delivery.deliver(bundle, bundle.images(), activity);
    }
  }

  /// Writes an image as `docker save … | gzip` does, its layers being plain words.
  private void save(String name, String... layers) throws IOException {
    Path file = directory.resolve(name + ".tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      List<String> ids = new ArrayList<>();
      for (String layer : layers) {
        String id = sha256(layer);
        ids.add(id);
        add(tar, id + "/layer.tar", layer);
      }
      String config =
          "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:%s\"]}}"
              .formatted(String.join("\",\"sha256:", ids));
      add(tar, sha256(config) + ".json", config);
      add(
          tar,
          "manifest.json",
          "[{\"Config\":\"%s.json\",\"RepoTags\":[\"t/%s:1\"],\"Layers\":[\"%s/layer.tar\"]}]"
              .formatted(sha256(config), name, String.join("/layer.tar\",\"", ids)));
    }
  }

  private static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static String sha256(String text) {
    return HexFormat.of()
        .formatHex(Digest.algorithm().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
