package com.dataflux.func.healthcheck.site;

/// A container of the stack.
///
/// @param service without the stack's name
/// @param state `running`, `paused`, `exited`, …
/// @param unhealthy whether its health check fails
/// @param image id of the image it runs
public record EngineContainer(
    String id, String service, String state, boolean unhealthy, String image) {

  public boolean isRunning() {
    return state.equals("running");
  }

  /// Whether it runs the application's image, and so has Python.
  public boolean isOfApplication() {
    return service.startsWith("worker") || service.equals("server") || service.equals("beat");
  }
}
