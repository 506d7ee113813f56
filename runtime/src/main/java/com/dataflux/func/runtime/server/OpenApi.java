package com.dataflux.func.runtime.server;

import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The OpenAPI document, made from the route table itself.
final class OpenApi {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private OpenApi() {}

  /// The routes, and one more that answers their description.
  static List<Route> withDocument(List<Route> routes) {
    List<Route> all = new ArrayList<>(routes);
    all.add(
        Route.get(
            "/api/v1/openapi.json",
            Access.ANYONE,
            "This document",
            call ->
                Answer.text(200, "application/json; charset=utf-8", Json.write(document(all)))));
    return all;
  }

  static ObjectNode document(List<Route> routes) {
    ObjectNode document = Json.object().put("openapi", "3.1.0");
    document.putObject("info").put("title", "DataFlux Func").put("version", "1.0.0");
    ObjectNode schemes = document.putObject("components").putObject("securitySchemes");
    key(schemes.putObject("authToken"), "X-Dff-Auth-Token");
    key(schemes.putObject("accessKey"), "X-Dff-Access-Key");
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      describe(
          paths.withObjectProperty(route.path()).putObject(route.method().toLowerCase(Locale.ROOT)),
          route);
    }
    return document;
  }

  private static void key(ObjectNode scheme, String header) {
    scheme.put("type", "apiKey").put("in", "header").put("name", header);
  }

  private static void describe(ObjectNode operation, Route route) {
    operation.put("summary", route.summary());
    ArrayNode parameters = operation.putArray("parameters");
    Matcher matcher = VARIABLE.matcher(route.path());
    while (matcher.find()) {
      parameter(parameters, matcher.group(1), "path", true);
    }
    route.parameters().forEach(name -> parameter(parameters, name, "query", false));
    if (!route.body().isEmpty()) {
      ObjectNode body = operation.putObject("requestBody").put("description", route.body());
      body.putObject("content")
          .putObject("application/json")
          .putObject("schema")
          .put("type", "object");
    }
    if (route.access() != Access.ANYONE) {
      ArrayNode security = operation.putArray("security");
      security.addObject().putArray("authToken");
      security.addObject().putArray("accessKey");
    }
    ObjectNode responses = operation.putObject("responses");
    responses.putObject("200").put("description", "Done; the envelope with `data`");
    responses
        .putObject("default")
        .put(
            "description",
            "Refused; the envelope with `reason`, one of "
                + String.join(", ", Arrays.stream(Reason.values()).map(Reason::name).toList()));
  }

  private static void parameter(
      ArrayNode parameters, @Nullable String name, String in, boolean isRequired) {
    ObjectNode parameter =
        parameters.addObject().put("name", name).put("in", in).put("required", isRequired);
    parameter.putObject("schema").put("type", "string");
  }
}
