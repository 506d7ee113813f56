package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.install.SecretText;
import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.settings.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// A new text of the configuration, held against the one that stands. Pure.
///
/// @param text that shall stand
/// @param changed key → what it was and will be, secrets as stars
/// @param restarts services that read the changed keys
public record ConfigChange(String text, Map<String, String> changed, Set<String> restarts) {
  /// @param services of the stack
  /// @throws com.dataflux.func.platform.ProblemException of kind `BAD_CONFIGURATION` where the new
  ///   text has a flaw that the old one has not
  static ConfigChange between(Path file, String before, String after, Set<String> services) {
    List<ConfigFlaw> fresh = new ArrayList<>(ConfigFlaw.in(file, after));
    Map<String, Object> was = YamlFile.parse(file, before);
    Map<String, Object> will = YamlFile.parse(file, after);
    fresh.removeIf(flaw -> Objects.equals(was.get(flaw.key()), will.get(flaw.key())));
    if (!fresh.isEmpty()) {
      throw flawed(file, fresh);
    }
    Map<String, String> changed = new LinkedHashMap<>();
    Map<String, Object> all = new TreeMap<>(was);
    all.putAll(will);
    for (String key : all.keySet()) {
      if (was.containsKey(key) != will.containsKey(key)
          || !Objects.equals(was.get(key), will.get(key))) {
        changed.put(key, "%s → %s".formatted(shown(key, was), shown(key, will)));
      }
    }
    return new ConfigChange(after, changed, Readers.of(changed.keySet(), services));
  }

  static ProblemException flawed(Path file, List<ConfigFlaw> flaws) {
    return ProblemKind.BAD_CONFIGURATION.exception(
        "%s: %s".formatted(file, flaws.getFirst()),
        flaws.size() == 1
            ? ""
            : String.join("; ", flaws.stream().skip(1).map(ConfigFlaw::toString).toList()),
        "Mend it; the keys stand in the manual. Nothing was changed.");
  }

  /// A value as it may be seen.
  static String shown(String key, Map<String, Object> values) {
    if (!values.containsKey(key)) {
      return Setting.named(key).map(known -> "(" + known.defaultValue() + ")").orElse("nothing");
    }
    return SecretText.hides(key) ? SecretText.STARS : String.valueOf(values.get(key));
  }
}
