package com.dataflux.func.installer.install;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.StackSecrets;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Stream;

/// Differences between two texts, as `diff -u` shows them. No secret can be read in them; that two
/// differ can.
final class TextDiff {
  private static final int CONTEXT = 2;

  private TextDiff() {}

  /// @param secrets that may stand anywhere, beside those that their keys tell
  static List<String> between(
      String nameBefore, String before, String nameAfter, String after, StackSecrets secrets) {
    SecretText text = new SecretText(known(secrets));
    List<String> lines = text.marked(before).lines().toList();
    List<String> later = text.marked(after).lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
            nameBefore, nameAfter, lines, DiffUtils.diff(lines, later), CONTEXT)
        .stream()
        .map(SecretText::shown)
        .toList();
  }

  private static List<String> known(StackSecrets secrets) {
    return Stream.of(
            secrets.application(),
            secrets.mysqlRootPassword(),
            secrets.mysqlPassword(),
            secrets.redisPassword(),
            secrets.mqttPassword())
        .map(Secret::reveal)
        .toList();
  }
}
