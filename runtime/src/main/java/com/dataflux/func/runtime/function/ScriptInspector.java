package com.dataflux.func.runtime.function;

import com.fasterxml.jackson.databind.node.ArrayNode;

/// Loads code in a function process of a worker and finds its functions, without publishing it.
public interface ScriptInspector {

  /// What is found.
  sealed interface Finding {
    /// @param functions objects with `name`, `definition` (`plus(x, y)`), `title`, `description`
    ///   (the doc string), `kwargs` (name → `{default?, annotation?}`), `category`, `tags`,
    ///   `isHidden` and `options` (`timeout`, `apiTimeout`, `queue`, `cacheResult`, `fixedCrontab`,
    ///   `delayedCrontab`), for each function that bears `@DFF.API`
    record Loads(ArrayNode functions) implements Finding {}

    /// @param einfoText traceback of the user's lines
    record Fails(String einfoText) implements Finding {}

    /// No worker answered in time.
    record Unanswered(String reason) implements Finding {}
  }

  Finding inspect(String scriptId, String code);
}
