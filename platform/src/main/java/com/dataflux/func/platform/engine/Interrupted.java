package com.dataflux.func.platform.engine;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;

/// A wait for the engine that was cut short from outside.
final class Interrupted {
  private Interrupted() {}

  static ProblemException asProblem(InterruptedException e) {
    Thread.currentThread().interrupt();
    return ProblemKind.INTERRUPTED
        .problem("Waiting for the Docker engine was interrupted", "", "Run the same command again.")
        .asException(e);
  }
}
