package com.dataflux.func.platform.engine;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.github.dockerjava.api.exception.DockerException;
import java.util.function.Supplier;

/// Turns what goes wrong in the library into a problem in the operator's words.
final class Failure {
  private static final String NEXT =
      "Look at the engine's log (`journalctl -u docker`, or /var/log/docker.log) and at `docker"
          + " info`, then run the same command again.";

  private Failure() {}

  /// Carries out one call to the engine.
  ///
  /// @param doing completes the sentence "The engine could not …"
  static <T> T guard(ProblemKind kind, String doing, Supplier<T> call) {
    try {
      return call.get();
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      throw problem(kind, doing, e);
    }
  }

  static ProblemException problem(ProblemKind kind, String doing, Exception cause) {
    return kind.problem("The Docker engine could not " + doing, reason(cause), NEXT)
        .asException(cause);
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof DockerException)) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.toString() : message.strip();
  }
}
