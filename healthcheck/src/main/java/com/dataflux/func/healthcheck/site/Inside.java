package com.dataflux.func.healthcheck.site;

/// What is seen from inside a worker.
public interface Inside {

  /// @throws Unavailable where no container of the application runs
  InsideView look(Questions questions, Installation.Connections connections);
}
