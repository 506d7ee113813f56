package com.dataflux.func.runtime.queue;

import org.jspecify.annotations.Nullable;

/// Redis cannot be reached, or refuses to work (out of memory, read-only replica).
public final class QueueUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueueUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
