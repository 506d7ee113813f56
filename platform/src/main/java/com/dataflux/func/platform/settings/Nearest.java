package com.dataflux.func.platform.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The name that a mistyped one was probably meant to be.
final class Nearest {
  private Nearest() {}

  static String to(String mistyped, Collection<String> names) {
    return names.stream()
        .min(
            Comparator.<String>comparingInt(name -> edits(mistyped, name))
                .thenComparing(name -> name))
        .orElse("");
  }

  /// Letters to add, drop or change (Levenshtein's distance).
  private static int edits(String from, String to) {
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, change);
      }
    }
    return row[to.length()];
  }
}
