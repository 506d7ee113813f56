package com.dataflux.func.healthcheck.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads YAML into maps whose keys are texts.
final class YamlFile {
  private YamlFile() {}

  /// @throws MalformedYaml where the text is not YAML, or not a mapping
  static Map<String, Object> parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object parsed = new Yaml(new SafeConstructor(options)).load(text);
      if (parsed != null && !(parsed instanceof Map)) {
        throw new MalformedYaml(file, 1, 1, "not a list of keys and values");
      }
      return mapping(parsed);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new MalformedYaml(
          file,
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw new MalformedYaml(file, 1, 1, String.valueOf(e.getMessage()));
    }
  }

  /// A mapping as it stands in the file; an empty one for anything else.
  static Map<String, Object> mapping(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, each) -> map.put(String.valueOf(key), each == null ? "" : each));
    }
    return map;
  }
}
