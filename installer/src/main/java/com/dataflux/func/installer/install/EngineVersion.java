package com.dataflux.func.installer.install;

import java.lang.module.ModuleDescriptor.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of an engine, as far as it has an order.
///
/// @param number such as `20.10.24`
record EngineVersion(String number) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)+");

  /// @param archive such as `docker-20.10.24.tgz`
  static EngineVersion of(Parcel archive) {
    return in(archive.name());
  }

  private static EngineVersion in(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return new EngineVersion(matcher.find() ? matcher.group() : "0.0");
  }

  /// @param other as an engine says it, such as `20.10.24+dfsg1`
  boolean isLaterThan(String other) {
    return Version.parse(number).compareTo(Version.parse(in(other).number())) > 0;
  }
}
