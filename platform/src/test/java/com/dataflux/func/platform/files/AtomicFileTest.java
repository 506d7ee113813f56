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

  @Test
  void movesALinkWhateverItPointsAt() throws Exception {
    Path gone = directory.resolve("gone");
    Path link = Files.createSymbolicLink(directory.resolve("link.part"), gone);

    AtomicFile.moveInto(link, directory.resolve("link"));

    assertThat(Files.readSymbolicLink(directory.resolve("link"))).isEqualTo(gone);
  }

  @Test
  void forcesATreeWithLinksInIt() throws Exception {
    Path inside = Files.createDirectories(directory.resolve("tree/bin"));
    Files.writeString(inside.resolve("java"), "program");
    Files.createSymbolicLink(inside.resolve("loop"), inside);
    Files.createSymbolicLink(inside.resolve("dangling"), Path.of("nowhere"));

    OnDisk.forceTree(directory.resolve("tree"));

    assertThat(inside.resolve("java")).hasContent("program");
  }
}
