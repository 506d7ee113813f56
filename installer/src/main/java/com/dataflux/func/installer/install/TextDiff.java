package com.dataflux.func.installer.install;

import com.dataflux.func.templates.StackSecrets;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Stream;

/// Differences between two texts, as `diff -u` shows them.
final class TextDiff {
  private static final int CONTEXT = 2;
  private static final String STARS = "********";

  private TextDiff() {}

  static List<String> between(String nameBefore, String before, String nameAfter, String after) {
    List<String> lines = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        nameBefore, nameAfter, lines, DiffUtils.diff(lines, after.lines().toList()), CONTEXT);
  }

  /// A text in which no secret can be read.
  static String masked(String text, StackSecrets secrets) {
    return Stream.of(
            secrets.application(),
            secrets.mysqlRootPassword(),
            secrets.mysqlPassword(),
            secrets.redisPassword(),
            secrets.mqttPassword())
        .reduce(text, (masked, secret) -> masked.replace(secret.reveal(), STARS), (a, b) -> b);
  }
}
