package com.dataflux.func.runtime.worker;

import java.util.Optional;

/// Where the code of scripts comes from.
public interface ScriptSource {

  /// The published code; nothing where there is no such script, or it was never published.
  Optional<String> published(String scriptId);

  /// The draft as it is now.
  Optional<String> draft(String scriptId);
}
