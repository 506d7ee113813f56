package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.queue.FunctionResponse;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.PercentCoding;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/// Turns the end of a task into the answer of a call.
final class Results {
  private static final String SANDBOX =
      "sandbox allow-scripts allow-forms allow-popups allow-downloads";

  private Results() {}

  /// The answer, or the refusal that the task's status asks for.
  static Answer answer(TaskResult result, boolean unfold) {
    if (result.status() != TaskStatus.OK) {
      throw refusal(result, Json.object().put("einfoTEXT", result.einfoText()));
    }
    if (result.response().isPresent()) {
      return response(result.response().get());
    }
    if (unfold) {
      return new Answer.Bytes(
          200, Map.of("Content-Type", "application/json; charset=utf-8"), result.value().bytes());
    }
    ObjectNode data = Json.object();
    data.set("result", result.value().node());
    return Answer.data(data.put("id", result.id()));
  }

  /// The refusal of a task that did not end well.
  ///
  /// @param detail to which the task's id is added
  static Refusal refusal(TaskResult result, ObjectNode detail) {
    detail.put("id", result.id());
    return switch (result.status()) {
      case TIMEOUT -> new Refusal(Reason.EFuncTimeout, "Calling Function timeout.", detail);
      case PARSING_FAILED ->
          new Refusal(Reason.EFuncResultParsingFailed, "Parsing Function result failed.", detail);
      case WORKER_LOST ->
          new Refusal(
              Reason.EFuncFailed,
              "The worker ended while the function ran; whether it ran to its end is not known.",
              detail);
      case CLEARED ->
          new Refusal(Reason.EFuncFailed, "The queue was cleared while the call waited.", detail);
      case NOT_LOADED ->
          new Refusal(Reason.EScriptPreCheck, "The script cannot be loaded.", detail);
      case OK, FAILED -> new Refusal(Reason.EFuncFailed, "Calling Function failed.", detail);
    };
  }

  private static Answer response(FunctionResponse response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers());
    if (!response.contentType().isEmpty()) {
      headers.put("Content-Type", response.contentType());
    }
    if (!response.downloadName().isEmpty()) {
      headers.put(
          "Content-Disposition",
          "attachment; filename*=UTF-8''" + PercentCoding.encode(response.downloadName()));
    }
    // The pages are of the same origin, and the token of whoever is signed in lies there.
    headers.put("Content-Security-Policy", SANDBOX);
    headers.put("X-Content-Type-Options", "nosniff");
    return new Answer.Bytes(response.statusCode(), headers, ByteBuffer.wrap(response.body()));
  }
}
