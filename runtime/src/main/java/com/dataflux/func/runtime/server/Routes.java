package com.dataflux.func.runtime.server;

import com.dataflux.func.runtime.server.auth.Sessions;
import com.dataflux.func.runtime.server.auth.SignInRoutes;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.call.FunctionRoutes;
import com.dataflux.func.runtime.server.call.LinkRoutes;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.server.manage.ManagementRoutes;
import java.util.ArrayList;
import java.util.List;

/// Every route that needs the databases.
final class Routes {
  private Routes() {}

  static List<Route> of(Services services, Sessions sessions) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new LinkRoutes(services).routes());
    routes.addAll(new FunctionRoutes(services).routes());
    routes.addAll(new SignInRoutes(services, sessions).routes());
    routes.addAll(ManagementRoutes.of(services));
    return routes;
  }
}
