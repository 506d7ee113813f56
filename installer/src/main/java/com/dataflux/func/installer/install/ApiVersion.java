package com.dataflux.func.installer.install;

import java.util.Comparator;

/// A version of the engine's interface, such as 1.38.
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  /// Docker 18.06's.
  static final ApiVersion OLDEST = new ApiVersion(1, 38);

  static ApiVersion of(String text) {
    String[] parts = text.split("\\.", -1);
    return new ApiVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  @Override
  public int compareTo(ApiVersion other) {
    return Comparator.comparingInt(ApiVersion::major)
        .thenComparingInt(ApiVersion::minor)
        .compare(this, other);
  }
}
