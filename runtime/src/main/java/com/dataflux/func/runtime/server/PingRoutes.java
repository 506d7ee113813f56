package com.dataflux.func.runtime.server;

import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Route;
import java.util.List;

/// Whether the server is there at all.
final class PingRoutes {
  private PingRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.get("/api/v1/do/ping", Access.ANYONE, "Answer pong", call -> Answer.data("pong")));
  }
}
