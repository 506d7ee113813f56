package com.dataflux.func.platform;

/// A failure in the operator's words: what happened, why, and what to do next.
///
/// @param kind which row of the table of exit codes it belongs to
/// @param what one sentence, naming the thing that failed
/// @param why the cause or the evidence; empty where nothing more is known than `what`
/// @param next what the operator does now
public record Problem(ProblemKind kind, String what, String why, String next) {

  /// The same problem as something to throw.
  public ProblemException asException() {
    return new ProblemException(this, null);
  }

  /// The same problem as something to throw, with the failure that led to it.
  public ProblemException asException(Throwable cause) {
    return new ProblemException(this, cause);
  }
}
