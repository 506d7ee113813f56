package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.Node;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A tree as lines of text, equal for equal trees.
final class TreeFacts {
  private TreeFacts() {}

  static List<String> of(FileTree tree) throws IOException {
    List<String> facts = new ArrayList<>();
    for (Map.Entry<String, Node> each : tree.nodes().entrySet()) {
      String what =
          switch (each.getValue()) {
            case Node.Directory d -> "directory %o %d %d".formatted(d.mode(), d.uid(), d.gid());
            case Node.Link link -> "link " + link.target();
            case Node.File file ->
                "file %o %d %d %s".formatted(file.mode(), file.uid(), file.gid(), digest(file));
          };
      facts.add(each.getKey() + " " + what);
    }
    return facts;
  }

  private static Digest digest(Node.File file) throws IOException {
    try (InputStream stream = file.content().open()) {
      return Digest.of(stream);
    }
  }
}
