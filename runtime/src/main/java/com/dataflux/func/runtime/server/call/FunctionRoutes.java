package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.queue.Work;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Query;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Calls of functions by id for those signed in, published or as drafts, and the lists for callers.
public final class FunctionRoutes {
  private static final int SYNCHRONOUS = 1;
  private static final int DEBUG = 7;

  private final Services services;
  private final FunctionCalls calls;
  private final Rows functions;
  private final Rows links;

  public FunctionRoutes(Services services) {
    this.services = services;
    this.calls = new FunctionCalls(services);
    this.functions = services.rows(Tables.FUNCS);
    this.links = services.rows(Tables.AUTH_LINKS);
  }

  public List<Route> routes() {
    String body = "{\"kwargs\": {…}, \"options\": {…}}";
    return List.of(
        Route.post(
                "/api/v1/func/{funcId}", Access.SIGNED_IN, "Call a function by id", this::published)
            .body(body)
            .unrecorded(),
        Route.post(
                "/api/v1/func-draft/{funcId}",
                Access.SIGNED_IN,
                "Call a function of a draft",
                this::draft)
            .body(body)
            .unrecorded(),
        Route.get("/api/v1/func-list", Access.SIGNED_IN, "Functions for callers", this::list),
        Route.get(
            "/api/v1/auth-link-func-list",
            Access.SIGNED_IN,
            "Functions with their links",
            this::linkList));
  }

  private Answer published(Call call) {
    CallForm form = CallForm.standard(call);
    String id = call.segment("funcId");
    ObjectNode function =
        functions
            .get(id)
            .orElseThrow(
                () -> Reason.EClientNotFound.refusal("There is no function %s.".formatted(id)));
    JsonNode own = function.path("options");
    CallOptions options = CallOptions.of(form.options(), own, services.settings().timeouts());
    TaskRequest request =
        TaskRequest.published(
                id,
                form.kwargs(),
                own.path("queue").asInt(SYNCHRONOUS),
                options.timeout(),
                origin("direct", call))
            .returning(options.returnType())
            .keepingResult(options.keep());
    return Results.answer(calls.wait(function, request, options.patience()), options.unfold());
  }

  private Answer draft(Call call) {
    CallForm form = CallForm.standard(call);
    ObjectNode given = form.options();
    // An editor waits as long as the function may run.
    if (!given.has("apiTimeout")) {
      given.put("apiTimeout", services.settings().timeouts().apiMax());
    }
    String id = call.segment("funcId");
    // What a draft says of its limit is not known before it is published.
    JsonNode own =
        functions.get(id).map(function -> function.path("options")).orElseGet(Json::object);
    CallOptions options = CallOptions.of(given, own, services.settings().timeouts());
    TaskRequest request =
        TaskRequest.of(
                new Work.Draft(id), form.kwargs(), DEBUG, options.timeout(), origin("debug", call))
            .returning(options.returnType());
    TaskResult result = calls.wait(request, options.patience());
    ObjectNode data = picture(result);
    if (result.status() == TaskStatus.OK) {
      data.set("result", result.value().node());
      return Answer.data(data);
    }
    throw Results.refusal(result, data);
  }

  private static ObjectNode picture(TaskResult result) {
    ObjectNode picture =
        Json.object()
            .put("taskId", result.id())
            .put("einfoTEXT", result.einfoText())
            .put("duration", result.costMillis())
            .put("peakMemory", result.peakMemory());
    result.log().forEach(picture.putArray("log")::add);
    return picture;
  }

  private static Origin origin(String kind, Call call) {
    return Origin.of(kind, call.identity().id()).withHttpRequest(RequestPicture.of(call));
  }

  private Answer list(Call call) {
    ArrayNode list = Json.array();
    functions.list(Query.all()).items().stream()
        .filter(function -> !function.path("isHidden").asBoolean())
        .forEach(list::add);
    return Answer.data(list);
  }

  private Answer linkList(Call call) {
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    functions
        .list(Query.all())
        .items()
        .forEach(function -> byId.put(function.path("id").asText(), function));
    ArrayNode list = Json.array();
    for (ObjectNode link : links.list(Query.where("isDisabled", "false")).items()) {
      ObjectNode function = byId.get(link.path("funcId").asText());
      if (function != null) {
        ObjectNode both = list.addObject();
        both.set("id", link.path("id"));
        both.set("funcId", link.path("funcId"));
        both.set("funcCallKwargs", link.path("funcCallKwargs"));
        both.set("func", function);
      }
    }
    return Answer.data(list);
  }
}
