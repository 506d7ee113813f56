package com.dataflux.func.platform.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a setting may be. A value comes from YAML with YAML's own type, or from the environment as
/// text.
public enum SettingKind {
  TEXT("a text") {
    @Override
    public Optional<Object> read(Object value) {
      return value instanceof Iterable<?> || value instanceof java.util.Map<?, ?>
          ? Optional.empty()
          : Optional.of(value.toString());
    }
  },
  NUMBER("a whole number, 0 or more") {
    @Override
    public Optional<Object> read(Object value) {
      try {
        int number = Integer.parseInt(value.toString().strip());
        return number < 0 ? Optional.empty() : Optional.of(number);
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  },
  SWITCH("true or false") {
    @Override
    public Optional<Object> read(Object value) {
      return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on", "1" -> Optional.of(true);
        case "false", "no", "off", "0" -> Optional.of(false);
        default -> Optional.empty();
      };
    }
  },
  LEVEL("one of ALL, DEBUG, INFO, WARNING, ERROR, NONE") {
    @Override
    public Optional<Object> read(Object value) {
      return oneOf(
          List.of("ALL", "DEBUG", "INFO", "WARNING", "ERROR", "NONE"),
          value.toString().strip().toUpperCase(Locale.ROOT));
    }
  },
  FORMAT("text or json") {
    @Override
    public Optional<Object> read(Object value) {
      return oneOf(List.of("text", "json"), value.toString().strip().toLowerCase(Locale.ROOT));
    }
  },
  COMPRESSION("one of none, gzip, zstd") {
    @Override
    public Optional<Object> read(Object value) {
      return oneOf(
          List.of("none", "gzip", "zstd"), value.toString().strip().toLowerCase(Locale.ROOT));
    }
  },
  ZONE("a time zone such as Asia/Shanghai") {
    @Override
    public Optional<Object> read(Object value) {
      try {
        return Optional.of(ZoneId.of(value.toString().strip()).getId());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  };

  private final String description;

  SettingKind(String description) {
    this.description = description;
  }

  public String description() {
    return description;
  }

  /// The value in this kind's own type, or nothing where it is not of this kind.
  public abstract Optional<Object> read(Object value);

  private static Optional<Object> oneOf(List<String> choices, String value) {
    return choices.contains(value) ? Optional.of(value) : Optional.empty();
  }
}
