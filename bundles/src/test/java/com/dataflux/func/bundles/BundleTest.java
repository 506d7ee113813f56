package com.dataflux.func.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.bundles.build.SampleBundle;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.RecordingDisplay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  @TempDir Path directory;

  @BeforeEach
  void writeABundle() throws IOException {
    SampleBundle.write(directory);
  }

  @Test
  void readsImagesAndTheirLayers() throws IOException {
    try (Bundle bundle = Bundle.open(directory)) {
      Image mysql = bundle.image("mysql");
      Layer top = mysql.layers().getLast();
      assertThat(bundle.version()).isEqualTo("1.2.3");
      assertThat(mysql.reference()).isEqualTo("dataflux-func/mysql:1.2.3-" + mysql.id().shortHex());
      assertThat(bundle.image("redis").layers().getFirst()).isEqualTo(mysql.layers().getFirst());
      try (InputStream archive = bundle.source().openLayer(top)) {
        assertThat(archive.readAllBytes()).hasSize((int) top.uncompressedSize());
      }
      bundle.verify(new RecordingDisplay());
    }
  }

  @Test
  void seesAChangedByteInAnyFile() throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int at : List.of(0, whole.length / 2, whole.length - 1)) {
        byte[] changed = whole.clone();
        changed[at] ^= 0x20;
        Files.write(file, changed);
        assertThatThrownBy(this::verify)
            .as("byte %d of %s", at, file)
            .isInstanceOf(ProblemException.class)
            .hasMessageContaining(file.getFileName().toString().substring(0, 6));
      }
      Files.write(file, whole);
    }
    verify();
  }

  @Test
  void seesATruncatedAndAMissingFile() throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length - 1));
      assertThatThrownBy(this::verify)
          .as("truncated %s", file)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining(file.getFileName().toString());
      Files.delete(file);
      assertThatThrownBy(this::verify)
          .as("missing %s", file)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining(file.getFileName().toString());
      Files.write(file, whole);
    }
  }

  @Test
  void refusesAFileThatTheManifestDoesNotName() throws IOException {
    Files.writeString(directory.resolve("images/extra"), "");
    refuses("images/extra does not belong to the bundle");
  }

  @Test
  void leavesFilesOfTheOperatorAlone() throws IOException {
    Files.writeString(directory.resolve("install.log"), "Verify the bundle");
    Files.writeString(directory.resolve("docker-99.0.0.tgz"), "");
    verify();
    try (Bundle bundle = Bundle.open(directory)) {
      assertThat(bundle.files()).containsExactlyInAnyOrder("java-runtime.tgz", "run-portable.sh");
    }
  }

  @Test
  void toleratesWhatOperatingSystemsDropOnMedia() throws IOException {
    Files.writeString(directory.resolve("._manifest.json"), "");
    Files.writeString(directory.resolve("images/.DS_Store"), "");
    verify();
  }

  @Test
  void refusesALink() throws IOException {
    Path script = directory.resolve("run-portable.sh");
    Files.delete(script);
    Files.createSymbolicLink(script, Path.of("/etc/passwd"));
    refuses("run-portable.sh is a link");
  }

  @Test
  void refusesAConfigurationThatIsNotWhatItsNameSays() throws IOException {
    Path config;
    try (Bundle bundle = Bundle.open(directory)) {
      config = directory.resolve("images/blobs/sha256/" + bundle.image("mysql").id().hex());
    }
    String other = Files.readString(config).replace("/start", "/other");
    Files.writeString(config, other);
    SampleBundle.seal(directory);
    refuses("is not what its name says");
  }

  @Test
  void refusesALayerThatIsNotWhatItsNameSays() throws IOException {
    Path layer;
    try (Bundle bundle = Bundle.open(directory)) {
      Layer top = bundle.image("redis").layers().getLast();
      layer = directory.resolve("images/blobs/sha256/" + top.blob().digest().hex());
    }
    byte[] changed = Files.readAllBytes(layer);
    changed[changed.length - 1] ^= 1;
    Files.write(layer, changed);
    SampleBundle.seal(directory);
    refuses("is not what its name says");
  }

  @Test
  void saysThatThereIsNoBundle() {
    assertThatThrownBy(() -> Bundle.open(directory.resolve("images")))
        .hasMessageContaining("There is no bundle in");
  }

  private void verify() {
    try (Bundle bundle = Bundle.open(directory)) {
      bundle.verify(new RecordingDisplay());
    }
  }

  private void refuses(String words) {
    assertThatThrownBy(this::verify)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(words);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void namesTheManifestThatLeadsOutside() throws IOException {
    Path manifest = directory.resolve("manifest.json");
    String text = Files.readString(manifest, StandardCharsets.UTF_8);
    Files.writeString(manifest, text.replace("run-portable.sh", "../../etc/passwd"));
    refuses("../../etc/passwd");
  }
}
