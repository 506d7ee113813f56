package com.dataflux.func.healthcheck.site;

/// How an attempt to reach something ended.
public enum Reach {
  REACHED,
  REFUSED,
  SILENT,
  /// The name has no address.
  UNKNOWN_NAME,
  /// The host itself says that there is no way there.
  NO_ROUTE;

  public boolean failed() {
    return this != REACHED;
  }
}
