package com.dataflux.func.bundles.recipe;

import com.dataflux.func.platform.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// A mapping of a YAML file, read with the path to what is wrong in it.
public final class YamlNode {
  private final String path;
  private final Map<String, Object> members = new LinkedHashMap<>();

  private YamlNode(String path, @Nullable Object value) {
    this.path = path;
    if (value == null) {
      return;
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(path, "is not a mapping");
    }
    map.forEach((key, member) -> members.put(String.valueOf(key), member == null ? "" : member));
  }

  /// @param file named in every complaint
  public static YamlNode read(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new YamlNode(file, new Yaml(new SafeConstructor(options)).load(text));
    } catch (YAMLException e) {
      throw wrong(file, "is not YAML: " + e.getMessage());
    }
  }

  public YamlNode only(Set<String> names) {
    for (String name : members.keySet()) {
      if (!names.contains(name)) {
        throw wrong(path, "has the unknown key `%s`; known are %s".formatted(name, names));
      }
    }
    return this;
  }

  public Set<String> names() {
    return members.keySet();
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public String text(String name, String otherwise) {
    Object value = members.getOrDefault(name, otherwise);
    if (value instanceof Map || value instanceof List) {
      throw wrong(there(name), "is not a text");
    }
    return value.toString();
  }

  public List<String> texts(String name) {
    Object value = members.getOrDefault(name, List.of());
    if (!(value instanceof List<?> list)) {
      throw wrong(there(name), "is not a list");
    }
    return list.stream().map(String::valueOf).toList();
  }

  /// A mapping below; an empty one where it is absent.
  public YamlNode node(String name) {
    return new YamlNode(there(name), members.get(name));
  }

  public Map<String, String> map(String name) {
    YamlNode node = node(name);
    Map<String, String> map = new LinkedHashMap<>();
    node.names().forEach(key -> map.put(key, node.text(key, "")));
    return map;
  }

  private String there(String name) {
    return path + (path.contains(": ") ? "." : ": ") + name;
  }

  private static RuntimeException wrong(String path, String why) {
    return ProblemKind.SOURCE_UNUSABLE.exception(path + " " + why, "", "Correct the file.");
  }
}
