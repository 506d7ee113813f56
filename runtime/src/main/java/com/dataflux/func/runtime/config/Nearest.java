package com.dataflux.func.runtime.config;

/// The key that a mistyped one was probably meant to be.
final class Nearest {
  private Nearest() {}

  static String to(String mistyped) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (Setting setting : Setting.values()) {
      int edits = edits(mistyped, setting.name());
      if (edits < least) {
        least = edits;
        nearest = setting.name();
      }
    }
    return nearest;
  }

  /// Letters to add, drop or change (Levenshtein's distance).
  private static int edits(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
