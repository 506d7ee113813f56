package com.dataflux.func.runtime.function;

import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.worker.ScriptSource;
import java.util.Optional;

/// Scripts as the database holds them.
public record StoredScripts(Rows scripts) implements ScriptSource {

  @Override
  public Optional<String> published(String scriptId) {
    return column(scriptId, "code");
  }

  @Override
  public Optional<String> draft(String scriptId) {
    return column(scriptId, "codeDraft");
  }

  private Optional<String> column(String scriptId, String field) {
    return scripts
        .get(scriptId)
        .filter(row -> row.hasNonNull(field))
        .map(row -> row.get(field).asText());
  }
}
