package com.dataflux.func.healthcheck.support;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes known secrets out of texts, in every spelling, and passwords out of every URL.
final class Redactor {
  private static final Pattern USER_INFO = Pattern.compile("(://[^/\\s:@\"']*:)[^/\\s@\"']+(@)");

  private final Map<String, Pattern> spellings = new LinkedHashMap<>();

  /// Longer secrets go first, since one may be a part of another.
  Redactor(Collection<String> secrets) {
    secrets.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(
            secret ->
                spellings.put("[secret %d]".formatted(spellings.size() + 1), Spelling.of(secret)));
  }

  String redact(String text) {
    String clean = USER_INFO.matcher(text).replaceAll("$1[secret]$2");
    for (Map.Entry<String, Pattern> each : spellings.entrySet()) {
      clean = each.getValue().matcher(clean).replaceAll(each.getKey());
    }
    return clean;
  }
}
