package com.dataflux.func.bundles.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dataflux.func.bundles.layer.LayerPress;
import com.dataflux.func.bundles.layer.PackedLayer;
import com.dataflux.func.platform.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutWriterTest {
  @TempDir Path directory;

  @Test
  void writesNoLayerThatSufferedInTheCache() throws IOException {
    Path cached = directory.resolve("layer.tar.zst");
    PackedLayer layer = LayerPress.press(out -> out.write(new byte[5000]), cached, _ -> {});
    byte[] content = Files.readAllBytes(cached);
    content[content.length / 2] ^= 1;
    Files.write(cached, content);
    LayoutWriter layout = new LayoutWriter(directory.resolve("images"), "1.2.3");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> layout.add(new BuiltImage("redis", "{}", List.of(layer))))
        .withMessageContaining("was damaged");
    assertThat(cached).doesNotExist();
  }
}
