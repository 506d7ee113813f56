package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.JsonText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// A flat YAML mapping on disk, as records and configurations are.
public final class YamlFile {
  private static final LoaderOptions OPTIONS = new LoaderOptions();

  static {
    OPTIONS.setAllowDuplicateKeys(false);
  }

  private YamlFile() {}

  /// The mapping in a file; an empty one where the file is absent or empty.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `BAD_CONFIGURATION` where it is
  ///   not a mapping
  public static Map<String, Object> read(Path file) {
    return TextFile.readIfThere(file).map(text -> parse(file, text)).orElse(Map.of());
  }

  /// The mapping in a text that stands, or is to stand, in that file.
  public static Map<String, Object> parse(Path file, String text) {
    String why;
    try {
      Object parsed = new Yaml(new SafeConstructor(OPTIONS)).load(text);
      if (parsed == null) {
        return Map.of();
      }
      if (parsed instanceof Map<?, ?> map) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        map.forEach((key, value) -> mapping.put(String.valueOf(key), value));
        return mapping;
      }
      why = "it is no mapping of keys to values";
    } catch (YAMLException e) {
      why = String.valueOf(e.getMessage());
    }
    throw ProblemKind.BAD_CONFIGURATION.exception(
        file + " is not valid", why, "Mend the file, then run the same command again.");
  }

  /// A flat mapping as text; JSON scalars are YAML scalars.
  public static String write(String comment, Map<String, ?> mapping) {
    StringBuilder text = new StringBuilder("# " + comment + "\n");
    mapping.forEach(
        (key, value) -> text.append(key).append(": ").append(JsonText.of(value)).append('\n'));
    return text.toString();
  }
}
