package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is wrong with one key of the configuration.
///
/// @param line that the key stands on, from 1; 0 where it could not be found
public record ConfigFlaw(String key, int line, String problem) {

  /// Everything that is wrong with a configuration.
  ///
  /// @param file that the text stands in, or is to stand in
  /// @throws com.dataflux.func.platform.ProblemException of kind `BAD_CONFIGURATION` where it is no
  ///   mapping at all
  static List<ConfigFlaw> in(Path file, String text) {
    return YamlFile.parse(file, text).entrySet().stream()
        .flatMap(
            entry ->
                problem(entry.getKey(), entry.getValue() == null ? "" : entry.getValue())
                    .map(what -> new ConfigFlaw(entry.getKey(), line(text, entry.getKey()), what))
                    .stream())
        .toList();
  }

  private static Optional<String> problem(String key, Object value) {
    if (key.startsWith(Setting.CUSTOM_PREFIX)) {
      return Optional.empty();
    }
    Optional<Setting> setting = Setting.named(key);
    if (setting.isEmpty()) {
      return Optional.of("unknown key; did you mean %s?".formatted(Setting.nearestTo(key)));
    }
    return setting.get().kind().read(value).isPresent()
        ? Optional.empty()
        : Optional.of("%s is not %s".formatted(value, setting.get().kind().description()));
  }

  private static int line(String text, String key) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key)) {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    return (line == 0 ? "" : "line %d: ".formatted(line)) + key + ": " + problem;
  }
}
