package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.display.JsonText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sets keys in the application's configuration, line by line, so that comments and everything else
/// that an operator wrote stay.
public final class UserConfig {
  private UserConfig() {}

  /// The text with these keys set: in place where the key stands at the beginning of a line, at the
  /// end otherwise. Keys that have the value already are left alone.
  public static String with(Path file, String text, Map<String, ?> values) {
    Map<String, Object> current = YamlFile.parse(file, text);
    Map<String, Object> missing = new LinkedHashMap<>(values);
    missing
        .entrySet()
        .removeIf(wanted -> Objects.equals(current.get(wanted.getKey()), wanted.getValue()));
    if (missing.isEmpty()) {
      return text;
    }
    String replaced =
        text.lines()
            .map(
                line -> {
                  String key = line.contains(":") ? line.substring(0, line.indexOf(':')) : "";
                  return missing.containsKey(key) ? line(key, missing.remove(key)) : line;
                })
            .collect(Collectors.joining("\n", "", "\n"));
    List<String> added =
        missing.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList();
    String whole = added.isEmpty() ? replaced : replaced + String.join("\n", added) + "\n";
    YamlFile.parse(file, whole);
    return whole;
  }

  private static String line(String key, @Nullable Object value) {
    return key + ": " + JsonText.of(value);
  }
}
