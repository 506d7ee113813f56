package com.dataflux.func.bundles.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.image.ImageReference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of a delivery to any engine.
abstract class DeliveryContract {
  private static final String BASE = "base".repeat(1000);

  @TempDir Path directory;

  private Engine engine;
  private ImageDelivery delivery;

  /// An engine without images.
  abstract Engine emptyEngine();

  @BeforeEach
  void writeThreeImagesOnOneBase() throws Exception {
    engine = emptyEngine();
    delivery = new ImageDelivery(engine);
    save("mysql", BASE, "mysql".repeat(3000));
    save("redis", BASE, "redis");
    save("dataflux-func", BASE, "func");
  }

  @AfterEach
  void letGo() {
    engine.close();
  }

  @Test
  void sendsEachLayerOnceAndNothingTheSecondTime() throws Exception {
    try (Bundle bundle = Bundle.open(directory)) {
      long each =
          layer(BASE).length + layer("mysql".repeat(3000)).length + 2L * layer("redis").length;

      assertThat(deliver(bundle)).isEqualTo(new Delivered(3, 4, each));
      assertThat(deliver(bundle)).isEqualTo(Delivered.NOTHING);
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
      assertThat(deliver(bundle)).isEqualTo(new Delivered(1, 1, layer("redis of tomorrow").length));
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

  @Test
  void tellsWhenTheEngineRefusesAnArchive() {
    byte[] garbage = "no archive".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> engine.load(new ByteArrayInputStream(garbage)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.IMPORT_FAILED));
  }

  private Delivered deliver(Bundle bundle) {
    try (Activity activity = new RecordingDisplay().begin("Load images")) {
      return delivery.deliver(bundle, bundle.images(), activity);
    }
  }

  /// Writes an image as `docker save … | gzip` does, each layer one file.
  private void save(String name, String... layers) throws IOException {
    Path file = directory.resolve(name + ".tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      List<String> ids = new ArrayList<>();
      for (String text : layers) {
        byte[] layer = layer(text);
        String id = sha256(layer);
        ids.add(id);
        add(tar, id + "/layer.tar", layer);
      }
      String config =
          "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:%s\"]}}"
              .formatted(String.join("\",\"sha256:", ids));
      byte[] configuration = config.getBytes(StandardCharsets.UTF_8);
      add(tar, sha256(configuration) + ".json", configuration);
      add(
          tar,
          "manifest.json",
          "[{\"Config\":\"%s.json\",\"RepoTags\":[\"t/%s:1\"],\"Layers\":[\"%s/layer.tar\"]}]"
              .formatted(sha256(configuration), name, String.join("/layer.tar\",\"", ids))
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] layer(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      add(tar, "file", text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setModTime(0);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static String sha256(byte[] content) {
    return Digest.of(content).hex();
  }
}
