package com.dataflux.func.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.image.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final Digest DIGEST = Digest.of(new byte[] {1});

  @Test
  void comesBackAsItWasWritten() {
    Manifest manifest = manifest("run-portable.sh", "images/index.json");
    assertThat(Manifest.read(manifest.toJson())).isEqualTo(manifest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "/etc/passwd",
        "images/../../x",
        "images//x",
        "./x",
        "x/",
        "",
        "a\\b",
        "c:x",
        "manifest.json",
        "tab\there"
      })
  void refusesNamesThatAreNotInsideTheBundle(String name) {
    byte[] json = manifest("good", name).toJson();
    assertThatThrownBy(() -> Manifest.read(json)).hasMessageContaining("manifest.json names");
  }

  @Test
  void refusesANameTwiceWhateverItsCase() {
    byte[] json = manifest("Index.json", "index.json").toJson();
    assertThatThrownBy(() -> Manifest.read(json)).hasMessageContaining("twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"format\":2}",
        "{\"format\":1,\"version\":\"1\",\"architecture\":\"amd64\",\"files\":{},\"checksum\":\"\"}",
        "{\"format\":1,\"format\":1}",
        "{\"format\":1,\"surprise\":true}"
      })
  void refusesWhatIsNotAManifest(String json) {
    assertThatThrownBy(() -> Manifest.read(json.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("manifest.json");
  }

  private static Manifest manifest(String... names) {
    return new Manifest(
        "1.0.0",
        "amd64",
        List.of(names).stream().map(name -> new FileEntry(name, 1, DIGEST)).toList());
  }
}
