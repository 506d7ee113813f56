package com.dataflux.func.bundles.layer;

import java.util.List;
import java.util.regex.Pattern;

/// Which paths to drop, and which of them to keep all the same. `*` is any part of a name, `**` any
/// number of directories; a pattern names whole paths and everything below them.
public final class PathPatterns {
  private final List<Pattern> drop;
  private final List<Pattern> keep;

  public PathPatterns(List<String> drop, List<String> keep) {
    this.drop = drop.stream().map(PathPatterns::compile).toList();
    this.keep = keep.stream().map(PathPatterns::compile).toList();
  }

  public boolean drop(String path) {
    return drop.stream().anyMatch(pattern -> pattern.matcher(path).matches())
        && keep.stream().noneMatch(pattern -> pattern.matcher(path).matches());
  }

  private static Pattern compile(String glob) {
    StringBuilder regex = new StringBuilder();
    String plain = glob.replaceFirst("^/", "");
    for (int i = 0; i < plain.length(); i++) {
      if (plain.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (plain.charAt(i) == '*') {
        regex.append("[^/]*");
      } else {
        regex.append(Pattern.quote(plain.substring(i, i + 1)));
      }
    }
    return Pattern.compile(regex + "(/.*)?");
  }
}
