package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Tables;
import java.util.ArrayList;
import java.util.List;

/// Every route behind the pages.
public final class ManagementRoutes {
  private ManagementRoutes() {}

  public static List<Route> of(Services services) {
    List<Route> routes = new ArrayList<>(ThingTable.routes(services));
    routes.addAll(new UserRoutes(services).routes());
    routes.addAll(new ScriptRoutes(services).routes());
    routes.addAll(new TransferRoutes(services).routes());
    routes.addAll(new MonitorRoutes(services).routes());
    routes.addAll(new MetricsRoutes(services).routes());
    routes.addAll(new DeadLetterRoutes(services.queue()).routes());
    routes.addAll(new BackupRoutes(services).routes());
    routes.addAll(new SourceTrialRoutes(services.rows(Tables.DATA_SOURCES)).routes());
    DataDirectory data = services.data();
    routes.addAll(new ResourceRoutes(new ResourceFolder(data.resources())).routes());
    routes.addAll(
        new PackageRoutes(new HostCommandRunner(), data.pythonPackages(), data.uploads()).routes());
    return routes;
  }
}
