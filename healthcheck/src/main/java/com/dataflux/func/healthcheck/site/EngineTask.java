package com.dataflux.func.healthcheck.site;

import java.time.Instant;

/// One attempt of a service to run.
///
/// @param state `running`, `failed`, `rejected`, `pending`, …
/// @param wanted `running`, or `shutdown` for one that is over
/// @param error in the engine's words; empty where there is none
/// @param container empty before there is one
public record EngineTask(
    String service,
    String state,
    String wanted,
    String error,
    int exitCode,
    String container,
    Instant changed) {

  public boolean isRunning() {
    return state.equals("running") && wanted.equals("running");
  }

  public boolean hasFailed() {
    return state.equals("failed") || state.equals("rejected");
  }
}
