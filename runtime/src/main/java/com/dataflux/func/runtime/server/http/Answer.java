package com.dataflux.func.runtime.server.http;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a route gives back.
public sealed interface Answer {

  /// Goes into the envelope.
  record Data(JsonNode data) implements Answer {}

  /// Goes out as it is.
  record Bytes(int status, Map<String, String> headers, ByteBuffer body) implements Answer {}

  /// A file, sent from disk.
  record Content(Map<String, String> headers, Path file) implements Answer {}

  static Answer data(JsonNode data) {
    return new Data(data);
  }

  static Answer data(String text) {
    return new Data(Json.MAPPER.getNodeFactory().textNode(text));
  }

  /// Data `{"id": …}`, as every change answers.
  static Answer id(String id) {
    return new Data(Json.object().put("id", id));
  }

  /// Data with nothing in it.
  static Answer done() {
    ObjectNode nothing = Json.object();
    return new Data(nothing);
  }

  static Answer text(int status, String type, String text) {
    return new Bytes(status, Map.of("Content-Type", type), StandardCharsets.UTF_8.encode(text));
  }

  /// A file to keep, under a name of any letters.
  static Answer download(String name, Path file) {
    return new Content(attachment(name), file);
  }

  /// As [#download(String, Path)], from memory.
  static Answer download(String name, byte[] content) {
    return new Bytes(200, attachment(name), ByteBuffer.wrap(content));
  }

  private static Map<String, String> attachment(String name) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/octet-stream");
    headers.put(
        "Content-Disposition", "attachment; filename*=UTF-8''" + PercentCoding.encode(name));
    headers.put("X-Content-Type-Options", "nosniff");
    return headers;
  }
}
