package com.dataflux.func.platform.settings;

/// A kind of service that reads the configuration, once, when it starts.
public enum Reader {
  SERVER,
  WORKER,
  BEAT;

  /// Whether a service of the stack is of this kind, by its name without the stack's.
  public boolean is(String service) {
    return switch (this) {
      case SERVER -> service.equals("server");
      case WORKER -> service.startsWith("worker");
      case BEAT -> service.equals("beat");
    };
  }
}
