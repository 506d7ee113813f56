package com.dataflux.func.bundles.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.bundles.build.SampleBundle;
import com.dataflux.func.bundles.oci.Descriptor;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.bundles.oci.MediaType;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.JsonText;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.testbed.RegistryServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pulls from a real registry.
class RegistryIT {
  @TempDir Path directory;
  private final RegistryServer registry = RegistryServer.start();
  private Image sent = new Image("", "", new Descriptor("", Digest.of(new byte[0]), 0), List.of());
  private String manifest = "";

  @BeforeEach
  void putAnImage() throws IOException {
    try (Bundle bundle = Bundle.open(SampleBundle.write(directory))) {
      sent = bundle.image("mysql");
      List<Map<String, Object>> layers = new ArrayList<>();
      put(bundle, sent.config());
      for (var layer : sent.layers()) {
        put(bundle, layer.blob());
        layers.add(json(layer.blob()));
      }
      manifest =
          JsonText.of(
              Map.of(
                  "schemaVersion",
                  2,
                  "mediaType",
                  MediaType.MANIFEST,
                  "config",
                  json(sent.config()),
                  "layers",
                  layers));
      registry.putManifest("some/mysql", "9", MediaType.MANIFEST, manifest);
    }
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void readsAnImageByItsTag() throws IOException {
    readsTheImageUnder("some/mysql:9");
  }

  @Test
  void readsAnImageByItsDigest() throws IOException {
    readsTheImageUnder("some/mysql@" + digest());
  }

  @Test
  void takesTheOneForThisArchitectureOfSeveral() throws IOException {
    Map<String, Object> ours =
        Map.of(
            "mediaType", MediaType.MANIFEST,
            "digest", digest(),
            "size", manifest.length(),
            "platform", Map.of("architecture", "amd64", "os", "linux"));
    Map<String, Object> unknown =
        Map.of(
            "mediaType", MediaType.MANIFEST,
            "digest", digest(),
            "size", manifest.length(),
            "platform", Map.of("architecture", "unknown", "os", "unknown"));
    String index =
        JsonText.of(
            Map.of(
                "schemaVersion",
                2,
                "mediaType",
                MediaType.INDEX,
                "manifests",
                List.of(unknown, ours)));
    registry.putManifest("some/mysql", "many", MediaType.INDEX, index);
    readsTheImageUnder("some/mysql:many");
  }

  @Test
  void saysThatTheRegistryHasNoSuchImage() {
    String name = registry.host() + "/some/mysql:10";
    assertThatThrownBy(() -> new RegistryImages(name, "mysql", "amd64"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(name);
  }

  private void readsTheImageUnder(String name) throws IOException {
    try (ImageSource source = new RegistryImages(registry.host() + "/" + name, "mysql", "amd64")) {
      Image found = source.images().getFirst();
      assertThat(found.id()).isEqualTo(sent.id());
      assertThat(found.layers()).hasSameSizeAs(sent.layers());
      for (var layer : found.layers()) {
        try (InputStream archive = source.openLayer(layer)) {
          archive.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  private void put(Bundle bundle, Descriptor blob) throws IOException {
    try (InputStream content = bundle.source().openBlob(blob)) {
      registry.putBlob("some/mysql", blob.digest().toString(), content);
    }
  }

  private String digest() {
    return Digest.of(manifest.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Map<String, Object> json(Descriptor blob) {
    return Map.of("mediaType", blob.mediaType(), "digest", blob.digest(), "size", blob.size());
  }
}
