package com.dataflux.func.runtime.queue;

/// What a task does.
public sealed interface Work {

  /// Calls a function of published code: `<set>__<script>.<function>`.
  record Published(String funcId) implements Work {}

  /// Calls a function of the draft as it is when the task starts.
  record Draft(String funcId) implements Work {}

  /// Loads code and describes its functions; nothing is called.
  record Inspection(String scriptId, String code) implements Work {}

  /// What the task is listed under.
  default String subject() {
    return switch (this) {
      case Published published -> published.funcId();
      case Draft draft -> draft.funcId();
      case Inspection inspection -> inspection.scriptId();
    };
  }
}
