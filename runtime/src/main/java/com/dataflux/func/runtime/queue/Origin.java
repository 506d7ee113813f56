package com.dataflux.func.runtime.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Where a task comes from; functions see it as `_ORIGIN`, `_ORIGIN_ID`, `_ROOT_TASK_ID`,
/// `_CRONTAB` and `_HTTP_REQUEST`.
///
/// @param kind such as `authLink`, `batch`, `crontab`, `direct`, `integration`
/// @param id of the link, batch or crontab configuration; empty where there is none
/// @param rootTaskId the task that began the chain; empty for the task itself
/// @param depth tasks between this one and the root
/// @param crontab the crontab expression that triggered it; empty where none did
/// @param httpRequest method, url, headers and the like; empty where there was no request
public record Origin(
    String kind, String id, String rootTaskId, int depth, String crontab, ObjectNode httpRequest) {

  public static Origin of(String kind, String id) {
    return new Origin(kind, id, "", 0, "", JsonNodeFactory.instance.objectNode());
  }

  public Origin withHttpRequest(ObjectNode request) {
    return new Origin(kind, id, rootTaskId, depth, crontab, request);
  }

  public Origin withCrontab(String expression) {
    return new Origin(kind, id, rootTaskId, depth, expression, httpRequest);
  }
}
