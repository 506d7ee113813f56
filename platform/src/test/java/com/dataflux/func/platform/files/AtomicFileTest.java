package com.dataflux.func.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path directory;

  @Test
  void replacesTheContentAndSetsTheMode() throws Exception {
    Path file = Files.writeString(directory.resolve("配置.yaml"), "old");

    AtomicFile.write(file, "新", AtomicFile.PRIVATE);

    assertThat(file).hasContent("新");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(AtomicFile.PRIVATE);
    assertThat(directory.toFile().list()).containsExactly("配置.yaml");
  }

  @Test
  void leavesTheOldFileWhereTheNewOneCannotBeWritten() throws Exception {
    Path blocked = Files.createDirectory(directory.resolve("target"));
    Files.writeString(blocked.resolve("inside"), "kept");

    assertThatThrownBy(() -> AtomicFile.write(blocked, "x", AtomicFile.READABLE))
        .hasMessageContaining("target");

    assertThat(blocked.resolve("inside")).hasContent("kept");
  }

  @Test
  void removesAFileAndSaysWhatCannotBeRemoved() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "x");

    AtomicFile.delete(file);
    AtomicFile.delete(file);

    assertThat(file).doesNotExist();
    Files.writeString(Files.createDirectory(directory.resolve("full")).resolve("inside"), "kept");
    assertThatThrownBy(() -> AtomicFile.delete(directory.resolve("full")))
        .hasMessageContaining("could not be removed");
  }
}
