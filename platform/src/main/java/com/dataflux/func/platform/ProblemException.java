package com.dataflux.func.platform;

import org.jspecify.annotations.Nullable;

/// Carries a [Problem] to the one place that shows it and ends the program with its exit code.
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.what() + (problem.why().isEmpty() ? "" : ": " + problem.why()), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
