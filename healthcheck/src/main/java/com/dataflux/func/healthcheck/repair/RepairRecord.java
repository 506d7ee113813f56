package com.dataflux.func.healthcheck.repair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One repair as it was carried out.
public record RepairRecord(String id, String cause, Instant at, List<RepairStep> steps) {
  public RepairRecord {
    steps = List.copyOf(steps);
  }

  RepairRecord with(RepairStep step) {
    List<RepairStep> more = new ArrayList<>(steps);
    more.add(step);
    return new RepairRecord(id, cause, at, more);
  }

  /// Whether every step can be taken back.
  public boolean isReversible() {
    return steps.stream()
        .noneMatch(step -> step instanceof RepairStep.Ran ran && ran.undo().isEmpty());
  }
}
