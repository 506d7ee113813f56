package com.dataflux.func.runtime.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.RawJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/// An HTTP service under a fixed address, with the account that the data source holds.
record HttpSource(JsonNode config, HttpClient client) {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /// Of an answer's body, of which there are several copies on its way to the function.
  private static final int MOST_BYTES = 8 << 20;

  private static final BodyHandler<String> LIMITED =
      BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES);

  /// @param arguments method, path, query, body, headers
  JsonNode request(JsonNode arguments) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(arguments)).timeout(TIMEOUT);
    JsonNode body = arguments.path(3);
    if (body.isNull() || body.isMissingNode()) {
      request.method(arguments.path(0).asText(), BodyPublishers.noBody());
    } else if (body.isTextual()) {
      request.method(arguments.path(0).asText(), BodyPublishers.ofString(body.asText()));
    } else {
      request.method(arguments.path(0).asText(), BodyPublishers.ofString(Json.write(body)));
      request.setHeader("Content-Type", "application/json");
    }
    config.path("headers").properties().forEach(h -> set(request, h.getKey(), h.getValue()));
    arguments.path(4).properties().forEach(h -> set(request, h.getKey(), h.getValue()));
    String user = config.path("user").asText("");
    if (!user.isEmpty()) {
      byte[] account = (user + ":" + config.path("password").asText("")).getBytes(UTF_8);
      request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(account));
    }
    return answer(client.send(request.build(), LIMITED));
  }

  private static void set(HttpRequest.Builder request, String name, JsonNode value) {
    request.setHeader(name, value.asText());
  }

  /// Always under the source's own address: a path cannot lead to another host.
  private URI uri(JsonNode arguments) {
    String base = config.path("baseURL").asText(config.path("url").asText(""));
    String path = arguments.path(1).asText("");
    StringBuilder whole = new StringBuilder(base.replaceAll("/+$", ""));
    if (!path.isEmpty()) {
      whole.append('/').append(path.replaceAll("^/+", ""));
    }
    char separator = whole.indexOf("?") < 0 ? '?' : '&';
    for (var entry : arguments.path(2).properties()) {
      whole
          .append(separator)
          .append(URLEncoder.encode(entry.getKey(), UTF_8))
          .append('=')
          .append(URLEncoder.encode(entry.getValue().asText(), UTF_8));
      separator = '&';
    }
    return URI.create(whole.toString());
  }

  /// The text itself where it is JSON: a tree of it would take many times as much. A byte order
  /// mark and zeros would be taken for an encoding.
  static JsonNode json(String text) {
    RawJson body = RawJson.of(text);
    boolean isText = !text.startsWith("\uFEFF") && text.indexOf('\0') < 0;
    return isText && body.isWhole() ? body.node() : NullNode.instance;
  }

  private static JsonNode answer(HttpResponse<String> response) {
    ObjectNode answer = Json.object();
    answer.put("status", response.statusCode());
    ObjectNode headers = answer.putObject("headers");
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    answer.put("text", response.body());
    answer.set("json", json(response.body()));
    return answer;
  }
}
