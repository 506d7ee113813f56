package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a function sees of the request as `_HTTP_REQUEST`. Credentials are left out.
final class RequestPicture {
  private static final List<String> SHOWN =
      List.of("Host", "User-Agent", "Content-Type", "Referer", "X-Forwarded-For", "X-Real-IP");

  private RequestPicture() {}

  static ObjectNode of(Call call) {
    ObjectNode picture =
        Json.object()
            .put("method", call.method())
            .put("originalUrl", call.url())
            .put("url", call.url())
            .put("ip", call.clientAddress())
            .put("traceId", call.trace().id());
    ObjectNode headers = picture.putObject("headers");
    SHOWN.forEach(
        name ->
            call.headers()
                .first(name)
                .ifPresent(value -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value)));
    return picture;
  }
}
