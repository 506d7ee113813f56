package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/// The ways in which a caller of a link proves who they are: a fixed field, HTTP basic, HTTP
/// digest, or a function that decides.
///
/// The `config` of each: `{fields: [{location: header|query|body, name, value}]}` (one match is
/// enough), `{users: [{username, password}]}` for basic and digest, `{funcId}`.
final class ApiAuthentication {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final FunctionCalls calls;
  private final DigestAuthentication digest;

  ApiAuthentication(Services services, FunctionCalls calls) {
    this.calls = calls;
    this.digest = new DigestAuthentication(services.redis());
  }

  /// @throws Refusal of reason `EAPIAuth` where the caller does not prove it
  void check(Call call, ObjectNode auth) {
    JsonNode config = auth.path("config");
    switch (auth.path("type").asText()) {
      case "fixedField", "fixedFields" -> fixedField(call, config);
      case "httpBasic" -> basic(call, config);
      case "httpDigest" -> digest.check(call, config);
      case "func" -> function(call, config);
      default -> throw Reason.EAPIAuth.refusal("The API authentication is of an unknown type.");
    }
  }

  private static void fixedField(Call call, JsonNode config) {
    for (JsonNode field : config.path("fields")) {
      String name = field.path("name").asText();
      String found =
          switch (field.path("location").asText("header").toLowerCase(Locale.ROOT)) {
            case "query" -> call.query(name, "");
            case "body" -> call.json().path(name).asText();
            default -> call.headers().first(name).orElse("");
          };
      if (!found.isEmpty() && same(found, field.path("value").asText())) {
        return;
      }
    }
    throw Reason.EAPIAuth.refusal("The field that this link asks for is missing or wrong.");
  }

  private static void basic(Call call, JsonNode config) {
    String header = call.headers().first("Authorization").orElse("");
    for (JsonNode user : config.path("users")) {
      String pair = user.path("username").asText() + ":" + user.path("password").asText();
      String expected =
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      if (same(header, expected)) {
        return;
      }
    }
    throw Reason.EAPIAuth.refusal("HTTP basic authentication failed.")
        .with("WWW-Authenticate", "Basic realm=\"dataflux-func\", charset=\"UTF-8\"");
  }

  private void function(Call call, JsonNode config) {
    String funcId = config.path("funcId").asText();
    TaskResult result =
        calls.wait(
            TaskRequest.published(
                funcId,
                Json.object(),
                1,
                PATIENCE,
                Origin.of("apiAuth", funcId).withHttpRequest(WholeRequest.of(call))),
            PATIENCE);
    if (result.status() != TaskStatus.OK || !result.value().tree().asBoolean()) {
      throw Reason.EAPIAuth.refusal("The function that guards this link refused the call.");
    }
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
