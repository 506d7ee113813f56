package com.dataflux.func.runtime.server.http;

/// Who may use a route.
public enum Access {
  /// Anyone; the route checks for itself what it must.
  ANYONE,
  SIGNED_IN,
  ADMIN
}
