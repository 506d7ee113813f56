package com.dataflux.func.installer.install;

import com.dataflux.func.platform.Problem;

/// How a step ended.
sealed interface StepResult {
  /// The host is different now.
  ///
  /// @param note what came out, in a few words
  record Done(String note) implements StepResult {}

  /// The host was as it should be already, or the step does not apply.
  record Skipped(String reason) implements StepResult {}

  /// It could not be done; the same command may be run again.
  record Failed(Problem problem) implements StepResult {}
}
