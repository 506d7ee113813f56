package com.dataflux.func.installer.install;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.settings.Setting;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// One `KEY: value` for the application's configuration.
///
/// @param value text, number or truth value
public record ExtraConfig(String key, Object value) {
  private static final Pattern KEY = Pattern.compile("_?[A-Z][A-Z0-9_]*");

  /// @throws com.dataflux.func.platform.ProblemException of kind `USAGE` where it is not one key
  ///   with one plain value, or where the application would not start with it
  public static ExtraConfig parse(String line) {
    try {
      Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(line);
      if (parsed instanceof Map<?, ?> map && map.size() == 1) {
        Map.Entry<?, ?> entry = map.entrySet().iterator().next();
        Object value = entry.getValue();
        boolean plain =
            value instanceof String || value instanceof Number || value instanceof Boolean;
        if (entry.getKey() instanceof String key && KEY.matcher(key).matches() && plain) {
          requireKnown(key, requireNonNull(value));
          return new ExtraConfig(key, value);
        }
      }
    } catch (YAMLException e) {
      throw refusal(line).asException(e);
    }
    throw refusal(line).asException();
  }

  private static void requireKnown(String key, Object value) {
    if (key.startsWith(Setting.CUSTOM_PREFIX)) {
      return;
    }
    Setting setting =
        Setting.named(key)
            .orElseThrow(
                () ->
                    ProblemKind.USAGE.exception(
                        "%s is an unknown key".formatted(key),
                        "did you mean %s?".formatted(Setting.nearestTo(key)),
                        "Keys of your own begin with %s; nothing was changed."
                            .formatted(Setting.CUSTOM_PREFIX)));
    if (setting.kind().read(value).isEmpty()) {
      throw ProblemKind.USAGE.exception(
          "%s: %s is not %s".formatted(key, value, setting.kind().description()),
          "",
          "Give such a value; nothing was changed.");
    }
  }

  private static Problem refusal(String line) {
    return ProblemKind.USAGE.problem(
        "--extra-config '%s' cannot be used".formatted(line.strip()),
        "it must be one line KEY: value, the key in capitals",
        "Write for example --extra-config 'LOG_LEVEL: INFO'.");
  }
}
