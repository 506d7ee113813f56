package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A request as a guarding function sees it: with the credentials that it is to judge.
final class WholeRequest {
  private WholeRequest() {}

  static ObjectNode of(Call call) {
    ObjectNode picture = RequestPicture.of(call);
    ObjectNode query = Json.object();
    call.query().forEach(query::put);
    picture.set("query", query);
    for (String name : new String[] {"Authorization", "X-Auth-Token", "X-Api-Key"}) {
      call.headers()
          .first(name)
          .ifPresent(
              value ->
                  picture
                      .withObject("/headers")
                      .put(name.toLowerCase(java.util.Locale.ROOT), value));
    }
    return picture;
  }
}
