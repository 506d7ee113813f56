package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.store.CodeDigest;
import com.dataflux.func.runtime.store.RawJson;
import com.dataflux.func.runtime.store.Redis;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Results of functions with `cache_result`, answered again for that many seconds to calls with the
/// same arguments. Publishing the function anew forgets them.
record ResultCache(Redis redis) {

  /// How long results of a function are kept; zero for most.
  static Duration lifetime(ObjectNode function) {
    return Duration.ofSeconds(function.path("options").path("cacheResult").asLong(0));
  }

  Optional<TaskResult> find(ObjectNode function, TaskRequest request) {
    return redis
        .get(key(function, request))
        .map(
            kept -> {
              String[] idAndValue = kept.split("\n", 2);
              return new TaskResult(
                  idAndValue[0],
                  TaskStatus.OK,
                  RawJson.of(idAndValue[1]),
                  Optional.empty(),
                  "",
                  "",
                  List.of(),
                  Instant.now(),
                  0,
                  0,
                  1);
            });
  }

  void keep(ObjectNode function, TaskRequest request, TaskResult result) {
    if (result.status() == TaskStatus.OK && result.response().isEmpty()) {
      redis.put(key(function, request), result.id() + "\n" + result.value(), lifetime(function));
    }
  }

  private static String key(ObjectNode function, TaskRequest request) {
    String whole =
        String.join(
            "\n",
            function.path("id").asText(),
            function.path("createTime").asText(),
            request.returnType().text(),
            request.kwargs().toString());
    return "function-result@" + CodeDigest.sha256(whole);
  }
}
