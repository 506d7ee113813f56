package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Calls through authorization links and batches, and results by task id.
public final class LinkRoutes {
  private static final int SYNCHRONOUS = 1;
  private static final int BATCHES = 9;

  private final Services services;
  private final FunctionCalls calls;
  private final UploadedFiles uploads;
  private final LinkGuard guard;
  private final Lookup links;
  private final Lookup batches;
  private final Lookup functions;

  public LinkRoutes(Services services) {
    this.services = services;
    this.calls = new FunctionCalls(services);
    this.uploads = new UploadedFiles(services.data().uploads());
    this.guard = new LinkGuard(services, calls);
    this.links = new Lookup(services.rows(Tables.AUTH_LINKS));
    this.batches = new Lookup(services.rows(Tables.BATCHES));
    this.functions = new Lookup(services.rows(Tables.FUNCS));
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String method : List.of("GET", "POST")) {
      routes.add(
          route(method, "/api/v1/al/{id}", "Call a function by its link", this::standardLink)
              .query("kwargs", "options")
              .body("{\"kwargs\": {…}, \"options\": {…}}"));
      routes.add(
          route(
              method,
              "/api/v1/al/{id}/simplified",
              "Call a function by its link, fields as arguments",
              this::simplifiedLink));
      routes.add(
          route(method, "/api/v1/bat/{id}", "Start a batch", this::standardBatch)
              .query("kwargs", "options")
              .body("{\"kwargs\": {…}, \"options\": {…}}"));
      routes.add(
          route(
              method,
              "/api/v1/bat/{id}/simplified",
              "Start a batch, fields as arguments",
              this::simplifiedBatch));
    }
    routes.add(
        Route.get(
                "/api/v1/func-result",
                Access.ANYONE,
                "The result of an asynchronous call",
                this::result)
            .query("taskId"));
    return routes;
  }

  private static Route route(
      String method, String path, String summary, com.dataflux.func.runtime.server.http.Handler h) {
    return new Route(method, path, Access.ANYONE, summary, List.of(), "", false, h);
  }

  private Answer standardLink(Call call) {
    ObjectNode link = find(links, call, "authorization link");
    return runLink(call, link, CallForm.standard(call));
  }

  private Answer simplifiedLink(Call call) {
    ObjectNode link = find(links, call, "authorization link");
    return runLink(call, link, CallForm.simplified(call, uploads));
  }

  private Answer standardBatch(Call call) {
    ObjectNode batch = find(batches, call, "batch");
    return runBatch(call, batch, CallForm.standard(call));
  }

  private Answer simplifiedBatch(Call call) {
    ObjectNode batch = find(batches, call, "batch");
    return runBatch(call, batch, CallForm.simplified(call, uploads));
  }

  private Answer runLink(Call call, ObjectNode link, CallForm form) {
    ObjectNode function = function(link);
    CallOptions options = options(form, function);
    TaskResult result =
        calls.wait(
            function,
            request(call, link, function, form, options, "authLink", SYNCHRONOUS),
            options.patience());
    return Results.answer(result, options.unfold());
  }

  private Answer runBatch(Call call, ObjectNode batch, CallForm form) {
    ObjectNode function = function(batch);
    CallOptions options = options(form, function);
    String taskId = calls.submit(request(call, batch, function, form, options, "batch", BATCHES));
    return Answer.id(taskId);
  }

  private TaskRequest request(
      Call call,
      ObjectNode link,
      ObjectNode function,
      CallForm form,
      CallOptions options,
      String kind,
      int queue) {
    ObjectNode kwargs = new LinkArguments(link, function).merge(form.kwargs());
    Origin origin =
        Origin.of(kind, link.path("id").asText()).withHttpRequest(RequestPicture.of(call));
    return TaskRequest.published(
            function.path("id").asText(),
            kwargs,
            function.path("options").path("queue").asInt(queue),
            options.timeout(),
            origin)
        .returning(options.returnType())
        .keepingResult(options.keep());
  }

  private CallOptions options(CallForm form, ObjectNode function) {
    return CallOptions.of(form.options(), function.path("options"), services.settings().timeouts());
  }

  /// The link, if it may be used now by this caller. Nothing of the body is read before.
  private ObjectNode find(Lookup among, Call call, String what) {
    String id = call.segment("id");
    ObjectNode link =
        among
            .find(id)
            .orElseThrow(
                () -> Reason.EClientNotFound.refusal("There is no %s %s.".formatted(what, id)));
    if (link.path("isDisabled").asBoolean()) {
      throw Reason.EClientNotFound.refusal("The %s %s is disabled.".formatted(what, id));
    }
    JsonNode expires = link.path("expireTime");
    if (expires.isTextual() && Instant.parse(expires.asText()).isBefore(Instant.now())) {
      throw Reason.EClientNotFound.refusal("The %s %s has expired.".formatted(what, id));
    }
    guard.check(call, link);
    return link;
  }

  private ObjectNode function(ObjectNode link) {
    String id = link.path("funcId").asText();
    return functions
        .find(id)
        .orElseThrow(
            () -> Reason.EClientNotFound.refusal("There is no function %s.".formatted(id)));
  }

  private Answer result(Call call) {
    String taskId = call.query("taskId", "");
    TaskResult result =
        services
            .queue()
            .result(taskId)
            .orElseThrow(
                () ->
                    Reason.EClientNotFound.refusal(
                        "There is no result of task %s (yet).".formatted(taskId)));
    ObjectNode data = Json.object().put("id", taskId).put("status", result.status().name());
    data.set("result", result.value().node());
    data.put("einfoTEXT", result.einfoText()).put("duration", result.costMillis());
    return Answer.data(data);
  }
}
