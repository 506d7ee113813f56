package com.dataflux.func.healthcheck.site;

/// A fact that cannot be had, and why; not a fault by itself.
public final class Unavailable extends RuntimeException {
  public Unavailable(String reason) {
    super(reason);
  }

  public Unavailable(String reason, Throwable cause) {
    super(reason, cause);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
