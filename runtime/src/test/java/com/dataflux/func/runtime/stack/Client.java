package com.dataflux.func.runtime.stack;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A caller of the server, with the headers that say who it is.
record Client(URI server, Calls calls, HttpClient http, Map<String, String> headers) {
  private static final String JSON = "application/json";
  private static final String BOUNDARY = "----a-boundary";

  Client(URI server, Calls calls) {
    this(server, calls, HttpClient.newHttpClient(), Map.of());
  }

  /// The same caller with one more header.
  Client with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Client(server, calls, http, more);
  }

  Reply get(String path) {
    return send("GET", path, "", new byte[0]);
  }

  Reply post(String path, JsonNode body) {
    return send("POST", path, JSON, Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  /// Posts JSON in which single quotes stand for double ones.
  Reply post(String path, String body) {
    return post(path, Json.read(body.replace('\'', '"')));
  }

  /// Posts `{"data": …}`.
  Reply change(String path, JsonNode data) {
    return post(path, Json.object().set("data", data));
  }

  /// As [#change(String, JsonNode)], with single quotes for double ones.
  Reply change(String path, String data) {
    return change(path, Json.read(data.replace('\'', '"')));
  }

  Reply form(String path, String fields) {
    return send(
        "POST", path, "application/x-www-form-urlencoded", fields.getBytes(StandardCharsets.UTF_8));
  }

  /// Posts a multipart form of one field and one file.
  Reply upload(String path, String fileName, byte[] content) {
    String head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="note"\r
        \r
        备注\r
        --%1$s\r
        Content-Disposition: form-data; name="files"; filename="%2$s"\r
        Content-Type: text/plain\r
        \r
        """
            .formatted(BOUNDARY, fileName);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
  }

  /// Whether anything answers there.
  boolean reaches(String path) {
    try {
      return get(path).status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  Reply send(String method, String path, String type, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofMinutes(3))
            .method(method, BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() < 300) {
        calls.note(method, path);
      }
      return new Reply(response.statusCode(), response.headers(), ByteBuffer.wrap(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
