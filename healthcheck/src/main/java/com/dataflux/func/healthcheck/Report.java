package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Passage;
import com.dataflux.func.platform.ProblemKind;
import java.time.Duration;
import java.util.List;

/// What came of all checks.
///
/// @param passages what was tried from the host and from inside a worker on the way
public record Report(List<Checkup> checkups, List<Passage> passages, Duration took) {

  public Report {
    checkups = List.copyOf(checkups);
    passages = List.copyOf(passages);
  }

  /// Every finding of every check.
  public List<Finding> findings() {
    return checkups.stream().flatMap(checkup -> checkup.verdict().found().stream()).toList();
  }

  /// 0 where all is healthy; else of the worst: faults before checks that could not be carried out,
  /// those before warnings.
  public int exitCode() {
    if (any(Verdict.Fault.class)) {
      return ProblemKind.FAULTS_FOUND.exitCode();
    }
    if (any(Verdict.CouldNotCheck.class)) {
      return ProblemKind.CHECKS_FAILED.exitCode();
    }
    return any(Verdict.Warning.class) ? ProblemKind.WARNINGS_FOUND.exitCode() : 0;
  }

  private boolean any(Class<? extends Verdict> kind) {
    return checkups.stream().anyMatch(checkup -> kind.isInstance(checkup.verdict()));
  }
}
