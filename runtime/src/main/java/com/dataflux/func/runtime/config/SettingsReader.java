package com.dataflux.func.runtime.config;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.settings.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads the configuration: defaults, then the file, then the environment's `DFF_<KEY>`.
public final class SettingsReader {
  private static final String ENVIRONMENT_PREFIX = "DFF_";

  private final Map<Setting, Object> values = new EnumMap<>(Setting.class);
  private final Map<String, Object> custom = new LinkedHashMap<>();

  private SettingsReader() {
    for (Setting setting : Setting.values()) {
      values.put(setting, setting.kind().read(setting.defaultValue()).orElseThrow());
    }
  }

  /// The configuration of this process. A missing file counts as an empty one.
  ///
  /// @throws ProblemException of kind `BAD_CONFIGURATION`, naming the key
  public static Settings read(DataDirectory data, Map<String, String> environment) {
    SettingsReader reader = new SettingsReader();
    Path file = data.configuration();
    parse(file).forEach((key, value) -> reader.take(key.toString(), value, file.toString()));
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(ENVIRONMENT_PREFIX)) {
            reader.take(name.substring(ENVIRONMENT_PREFIX.length()), value, "the environment");
          }
        });
    return new SettingsAssembly(reader.values, reader.custom).assemble(data);
  }

  private static Map<?, ?> parse(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      Object parsed = new Yaml(new SafeConstructor(options)).load(text);
      if (parsed == null) {
        return Map.of();
      }
      if (parsed instanceof Map<?, ?> map) {
        return map;
      }
      throw bad("%s is not a list of keys and values".formatted(file), "");
    } catch (YAMLException e) {
      throw bad("%s is not valid YAML".formatted(file), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem("%s could not be read".formatted(file), e.toString(), "Look at its permissions.")
          .asException(e);
    }
  }

  private void take(String key, @Nullable Object value, String source) {
    if (key.startsWith(Setting.CUSTOM_PREFIX)) {
      custom.put(key, value == null ? "" : value);
      return;
    }
    Setting setting = find(key, source);
    Object given = value == null ? "" : value;
    values.put(
        setting,
        setting
            .kind()
            .read(given)
            .orElseThrow(
                () ->
                    bad(
                        "%s: %s is not %s".formatted(key, given, setting.kind().description()),
                        "it stands in " + source)));
  }

  private static Setting find(String key, String source) {
    return Setting.named(key)
        .orElseThrow(
            () ->
                bad(
                    "%s is not a key of the configuration".formatted(key),
                    "it stands in %s; the nearest key is %s"
                        .formatted(source, Setting.nearestTo(key))));
  }

  private static ProblemException bad(String what, String why) {
    return ProblemKind.BAD_CONFIGURATION.exception(
        what, why, "Mend the line, then start the service again.");
  }
}
