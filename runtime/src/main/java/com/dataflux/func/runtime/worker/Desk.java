package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.queue.LeasedTask;
import com.fasterxml.jackson.databind.JsonNode;

/// Answers what a running function asks of the service.
public interface Desk {

  /// @param what such as `store.get`
  /// @param arguments an array
  /// @throws Exception whose message the function is told
  JsonNode answer(LeasedTask task, String what, JsonNode arguments) throws Exception;
}
