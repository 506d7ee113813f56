package com.dataflux.func.runtime.server;

import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.server.http.Route;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Whether the server is there at all, and whether it has begun its work.
final class PingRoutes {
  private PingRoutes() {}

  /// @param reachable the server has found its databases, or waits for a person to name them
  static List<Route> routes(BooleanSupplier reachable) {
    return List.of(
        Route.get("/api/v1/do/ping", Access.ANYONE, "Answer pong", call -> Answer.data("pong")),
        Route.get(
            "/api/v1/do/health",
            Access.ANYONE,
            "Answer ok, or 503 until the configured databases have answered for the first time",
            call -> {
              if (!reachable.getAsBoolean()) {
                throw Refusal.awaitingDatabases();
              }
              return Answer.data("ok");
            }));
  }
}
