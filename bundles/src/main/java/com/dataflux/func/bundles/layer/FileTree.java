package com.dataflux.func.bundles.layer;

import com.dataflux.func.platform.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Paths, without a leading slash, and what they are, sorted.
public final class FileTree {
  // Debian has moved everything below /usr; a directory of the old name would hide the link to it.
  private static final Pattern MOVED = Pattern.compile("(bin|sbin|lib|lib64)(/.*)?");

  private static final Pattern ICU_DATA = Pattern.compile("usr/lib/[^/]+/libicudata\\.so.*");

  private final SortedMap<String, Node> nodes = new TreeMap<>();

  /// Adds or replaces a path.
  ///
  /// @throws com.dataflux.func.platform.ProblemException where the path leads out of the tree
  public void put(String path, Node node) {
    String plain = path.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
    if (plain.isEmpty() || plain.equals(".")) {
      return;
    }
    for (String part : plain.split("/", -1)) {
      if (part.isEmpty() || part.equals("..") || part.equals(".")) {
        throw ProblemKind.SOURCE_UNUSABLE.exception(
            "An archive names the path %s".formatted(path),
            "it leads out of the archive",
            "Do not use this archive.");
      }
    }
    boolean link = node instanceof Node.Link;
    if (MOVED.matcher(plain).matches() && !(link && plain.indexOf('/') < 0)) {
      plain = "usr/" + plain;
    }
    nodes.put(plain, node);
  }

  public void remove(String path) {
    nodes.remove(path);
  }

  public SortedMap<String, Node> nodes() {
    return Collections.unmodifiableSortedMap(nodes);
  }

  /// Drops files that the patterns name, then directories that were left empty by it.
  public void prune(PathPatterns patterns) {
    for (String path : nodes.keySet().toArray(new String[0])) {
      if (patterns.drop(path) && !(nodes.get(path) instanceof Node.Directory)) {
        nodes.remove(path);
      }
    }
    String[] paths = nodes.keySet().toArray(new String[0]);
    for (int i = paths.length - 1; i >= 0; i--) {
      String path = paths[i];
      if (patterns.drop(path) && nodes.get(path) instanceof Node.Directory && isEmpty(path)) {
        nodes.remove(path);
      }
    }
  }

  private boolean isEmpty(String directory) {
    SortedMap<String, Node> after = nodes.tailMap(directory + "/");
    return after.isEmpty() || !after.firstKey().startsWith(directory + "/");
  }

  /// Puts the files that a pattern names into one, in the order of their names.
  public void join(String pattern, String path) throws IOException {
    PathPatterns patterns = new PathPatterns(List.of(pattern), List.of());
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (String each : nodes.keySet().toArray(new String[0])) {
      if (patterns.drop(each) && nodes.get(each) instanceof Node.File file) {
        try (InputStream stream = file.content().open()) {
          stream.transferTo(joined);
        }
        nodes.remove(each);
      }
    }
    put(path, new Node.File(0644, 0, 0, Content.of(joined.toByteArray())));
  }

  /// Leaves of ICU's data only the items that the patterns name.
  public void shortenIcu(List<String> items) throws IOException {
    if (items.isEmpty()) {
      return;
    }
    PathPatterns patterns = new PathPatterns(items, List.of());
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      if (ICU_DATA.matcher(entry.getKey()).matches() && entry.getValue() instanceof Node.File f) {
        try (InputStream stream = f.content().open()) {
          Content shorter = Content.of(IcuLibrary.keeping(patterns, stream.readAllBytes()));
          entry.setValue(new Node.File(f.mode(), f.uid(), f.gid(), shorter));
        }
      }
    }
  }

  /// The sum of all files' sizes, in bytes.
  public long size() {
    return nodes.values().stream()
        .mapToLong(node -> node instanceof Node.File file ? file.content().size() : 0)
        .sum();
  }

  /// Adds everything of another tree.
  public void putAll(FileTree other) {
    for (Map.Entry<String, Node> entry : other.nodes.entrySet()) {
      put(entry.getKey(), entry.getValue());
    }
  }
}
