package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.function.SourceTrial;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// Tries a data source, as it is stored or as it is about to be.
record SourceTrialRoutes(Rows sources) {

  List<Route> routes() {
    return List.of(
        Route.post(
                "/api/v1/data-sources/do/test", Access.SIGNED_IN, "Try a data source", this::tryOut)
            .body("{\"data\": {id?, type?, config?}}"));
  }

  private Answer tryOut(Call call) throws InterruptedException {
    ObjectNode given = call.part("data");
    Optional<ObjectNode> stored = sources.get(given.path("id").asText(""));
    ObjectNode config = given.withObject("/config");
    stored.ifPresent(row -> complete(row, given, config));
    Optional<String> fault = SourceTrial.fault(given.path("type").asText(""), config);
    return Answer.data(Json.object().put("ok", fault.isEmpty()).put("message", fault.orElse("")));
  }

  /// What is not given is as it is stored, a password left empty as well.
  private static void complete(ObjectNode row, ObjectNode given, ObjectNode config) {
    if (!given.has("type")) {
      given.set("type", row.path("type"));
    }
    if (config.isEmpty() && row.path("config") instanceof ObjectNode stored) {
      config.setAll(stored);
    }
    SecretConfig.keep(row.path("config"), config);
  }
}
