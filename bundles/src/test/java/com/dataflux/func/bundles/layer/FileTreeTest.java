package com.dataflux.func.bundles.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.bundles.oci.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  private static final Node FILE = new Node.File(0644, 0, 0, Content.of("text"));

  @TempDir Path directory;

  @Test
  void putsOldNamesOfDirectoriesBelowUsr() {
    FileTree tree = new FileTree();
    tree.put("./lib/x86_64-linux-gnu/libm.so", FILE);
    tree.put("lib", new Node.Link("usr/lib"));
    assertThat(tree.nodes()).containsOnlyKeys("lib", "usr/lib/x86_64-linux-gnu/libm.so");
  }

  @Test
  void refusesPathsThatLeadOut() {
    for (String path : List.of("../etc/passwd", "a/../../b", "a/./b")) {
      assertThatThrownBy(() -> new FileTree().put(path, FILE))
          .hasMessageContaining("leads out of the archive");
    }
  }

  @Test
  void prunesWhatIsNamedAndKeepsTheExceptions() {
    FileTree tree = new FileTree();
    tree.put("usr/share/doc", new Node.Directory(0755, 0, 0));
    tree.put("usr/share/doc/a", new Node.Directory(0755, 0, 0));
    tree.put("usr/share/doc/a/copyright", FILE);
    tree.put("usr/share/doc/a/README", FILE);
    tree.put("usr/share/doc/b", new Node.Directory(0755, 0, 0));
    tree.put("usr/share/doc/b/README", FILE);
    tree.prune(new PathPatterns(List.of("/usr/share/doc"), List.of("/usr/share/doc/*/copyright")));
    assertThat(tree.nodes())
        .containsOnlyKeys("usr/share/doc", "usr/share/doc/a", "usr/share/doc/a/copyright");
  }

  @Test
  void becomesTheSameLayerTwice() throws IOException {
    assertThat(layer("one", "a", "b/c")).isEqualTo(layer("two", "b/c", "a"));
  }

  private Layer layer(String file, String... paths) throws IOException {
    FileTree tree = new FileTree();
    for (String path : paths) {
      tree.put(path, FILE);
    }
    return LayerPress.press(out -> LayerArchive.write(tree, out), directory.resolve(file), n -> {})
        .layer();
  }
}
