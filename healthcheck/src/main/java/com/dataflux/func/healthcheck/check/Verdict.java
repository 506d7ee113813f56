package com.dataflux.func.healthcheck.check;

import java.util.List;

/// What one check came to.
public sealed interface Verdict {

  /// Nothing is wrong.
  ///
  /// @param note the fact that shows it, in few words
  record Healthy(String note) implements Verdict {}

  /// Something may become a fault.
  record Warning(List<Finding> findings) implements Verdict {}

  /// Something does not work, or will not.
  record Fault(List<Finding> findings) implements Verdict {}

  /// The check could not be carried out.
  ///
  /// @param reason why, in the operator's words
  record CouldNotCheck(String reason) implements Verdict {}

  static Verdict healthy(Object note) {
    return new Healthy(note.toString());
  }

  /// The verdict of the worst finding; healthy where there is none.
  static Verdict of(String note, List<Finding> findings) {
    if (findings.isEmpty()) {
      return new Healthy(note);
    }
    boolean fault =
        findings.stream().anyMatch(finding -> finding.cause().severity() == Severity.FAULT);
    return fault ? new Fault(findings) : new Warning(findings);
  }

  default List<Finding> found() {
    return switch (this) {
      case Warning(List<Finding> findings) -> findings;
      case Fault(List<Finding> findings) -> findings;
      case Healthy healthy -> List.of();
      case CouldNotCheck unchecked -> List.of();
    };
  }
}
