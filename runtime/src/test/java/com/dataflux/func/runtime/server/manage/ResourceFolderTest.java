package com.dataflux.func.runtime.server.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.runtime.server.http.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceFolderTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void keepsAPathInside() throws IOException {
    ResourceFolder folder = new ResourceFolder(directory.resolve("resources"));
    assertThat(folder.resolve("/数据/a b.txt"))
        .isEqualTo(folder.root().toRealPath().resolve("数据/a b.txt"));
  }

  @Test
  void refusesAPathThatLeadsOut() {
    ResourceFolder folder = new ResourceFolder(directory.resolve("resources"));
    for (String path : new String[] {"../secret", "a/../../secret", "a\0b"}) {
      assertThatThrownBy(() -> folder.resolve(path)).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void refusesALinkThatLeadsOut() throws IOException {
    ResourceFolder folder = new ResourceFolder(directory.resolve("resources"));
    Files.createDirectories(folder.root());
    Files.createSymbolicLink(folder.root().resolve("out"), directory);
    assertThatThrownBy(() -> folder.resolve("out/secret")).isInstanceOf(Refusal.class);
  }
}
