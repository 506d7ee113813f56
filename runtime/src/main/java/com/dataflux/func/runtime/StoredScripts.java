package com.dataflux.func.runtime;

import com.dataflux.func.runtime.worker.ScriptSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Code of scripts from the database.
record StoredScripts(Jdbi jdbi) implements ScriptSource {

  @Override
  public Optional<String> published(String scriptId) {
    return column("code", scriptId);
  }

  @Override
  public Optional<String> draft(String scriptId) {
    return column("code_draft", scriptId);
  }

  private Optional<String> column(String name, String scriptId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT %s FROM scripts WHERE id = :id AND %s IS NOT NULL"
                        .formatted(name, name))
                .bind("id", scriptId)
                .mapTo(String.class)
                .findOne());
  }
}
