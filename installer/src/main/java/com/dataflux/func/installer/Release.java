package com.dataflux.func.installer;

import static java.util.Objects.requireNonNullElse;

/// What this program is.
public final class Release {
  private Release() {}

  /// The version in the jar's manifest; `development` where classes run outside their jar.
  public static String version() {
    return requireNonNullElse(Release.class.getPackage().getImplementationVersion(), "development");
  }
}
