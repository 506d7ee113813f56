package com.dataflux.func.runtime.server.http;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// A request to a route.
///
/// @param url path and query as they came
/// @param segments values of the path's variable parts
/// @param query the last value of each name
public record Call(
    Trace trace,
    String method,
    String url,
    Map<String, String> segments,
    Map<String, String> query,
    Headers headers,
    String clientAddress,
    Identity identity,
    Body body) {
  private static final int SMALL_BODY = 64 << 10;

  /// A header's value by its name.
  @FunctionalInterface
  public interface Headers {
    Optional<String> first(String name);
  }

  public String segment(String name) {
    return segments.getOrDefault(name, "");
  }

  public String query(String name, String otherwise) {
    return query.getOrDefault(name, otherwise);
  }

  public String contentType() {
    return headers.first("Content-Type").orElse("");
  }

  /// The body as a JSON object; an empty body counts as an empty object.
  public ObjectNode json() {
    byte[] bytes = body.bytes();
    if (bytes.length == 0) {
      return Json.object();
    }
    body.coverTree(bytes.length, SentJson.treeBytes(bytes));
    if (SentJson.read("The body", bytes) instanceof ObjectNode object) {
      return object;
    }
    throw Reason.EClientBadRequest.refusal("The body must be a JSON object.");
  }

  /// The object under `name` in the body, as `{"data": {…}}` carries it.
  public ObjectNode part(String name) {
    JsonNode part = json().path(name);
    if (part instanceof ObjectNode object) {
      return object;
    }
    throw Reason.EClientBadRequest.refusal("The body must hold an object \"%s\".".formatted(name));
  }

  /// As [#part(String)], where nobody is known yet: of a body of a few kilobytes.
  public ObjectNode smallPart(String name) {
    body.keepWithin(SMALL_BODY);
    return part(name);
  }

  public String text() {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }
}
