package com.dataflux.func.healthcheck.check;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A language that the doctor speaks.
public enum Language {
  ENGLISH("en"),
  CHINESE("zh");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The language of a locale variable of the environment; English where nothing says otherwise.
  public static Language of(Map<String, String> environment) {
    String locale =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(environment::get)
            .filter(Objects::nonNull)
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return locale.startsWith("zh") ? CHINESE : ENGLISH;
  }
}
