package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Route;
import java.util.List;

/// Figures for Prometheus, in its text format. They come from the queue itself, so any server of
/// several answers the same.
record MetricsRoutes(Services services) {

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/metrics", Access.SIGNED_IN, "Figures for Prometheus", this::metrics));
  }

  private Answer metrics(Call call) {
    StringBuilder text = new StringBuilder();
    text.append("# HELP dataflux_func_queue_length Tasks waiting in a queue.\n");
    text.append("# TYPE dataflux_func_queue_length gauge\n");
    List<Long> lengths = services.queue().lengths();
    for (int queue = 0; queue < lengths.size(); queue++) {
      text.append(
          "dataflux_func_queue_length{queue=\"%d\"} %d\n".formatted(queue, lengths.get(queue)));
    }
    gauge(text, "workers", "Workers that are alive.", services.queue().workers().size());
    gauge(text, "dead_letters", "Tasks given up.", services.queue().deadLetterCount());
    Runtime runtime = Runtime.getRuntime();
    gauge(
        text,
        "server_heap_bytes",
        "Heap in use by this server.",
        runtime.totalMemory() - runtime.freeMemory());
    BackupFigures.of(services.settings().backup())
        .gauges()
        .forEach((name, value) -> gauge(text, name, "Dumps of the database.", value));
    return Answer.text(200, "text/plain; version=0.0.4; charset=utf-8", text.toString());
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    text.append("# HELP dataflux_func_%s %s\n".formatted(name, help));
    text.append("# TYPE dataflux_func_%s gauge\n".formatted(name));
    text.append("dataflux_func_%s %d\n".formatted(name, value));
  }
}
