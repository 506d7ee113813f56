package com.dataflux.func.runtime.function;

import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.queue.CallQueue;
import com.dataflux.func.runtime.queue.LeasedTask;
import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.Submission;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.dataflux.func.runtime.store.Vault;
import com.dataflux.func.runtime.worker.Desk;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Answers functions from the databases. What it may hand out is decided here: function processes
/// hold no password.
public final class ServiceDesk implements Desk, AutoCloseable {
  /// Tasks that may follow each other from one root.
  private static final int LONGEST_CHAIN = 10;

  private static final int USUAL_QUEUE = 2;

  private final Settings settings;
  private final CallQueue queue;
  private final ValueStore store;
  private final ValueCache cache;
  private final DataSources sources;
  private final Rows variables;
  private final Rows functions;

  public ServiceDesk(Settings settings, Database database, CallQueue queue) {
    this.settings = settings;
    this.queue = queue;
    Vault vault = new Vault(settings.secret());
    store = new ValueStore(database.jdbi());
    cache = new ValueCache(settings.redis());
    sources = new DataSources(new Rows(database.jdbi(), Tables.DATA_SOURCES, vault));
    variables = new Rows(database.jdbi(), Tables.ENV_VARIABLES, vault);
    functions = new Rows(database.jdbi(), Tables.FUNCS, vault);
  }

  @Override
  public JsonNode answer(LeasedTask task, String what, JsonNode given) throws Exception {
    String first = given.path(0).asText();
    String second = given.path(1).asText();
    return switch (what) {
      case "store.set" ->
          store.set(first, second, given.path(2), seconds(given, 3), given.path(4).asBoolean());
      case "store.get" -> store.get(first, second);
      case "store.delete" -> store.delete(first, second);
      case "store.keys" -> store.keys(first, second);
      case "cache.set" ->
          cache.set(first, second, given.path(2), seconds(given, 3), given.path(4).asBoolean());
      case "cache.get" -> cache.get(first, second);
      case "cache.delete" -> cache.delete(first, second);
      case "cache.keys" -> cache.keys(first, second);
      case "cache.incr" ->
          cache.increment(first, second, given.path(2).asLong(), seconds(given, 3));
      case "env" -> variables.get(first).map(row -> row.path("value")).orElse(NullNode.instance);
      case "config" -> config(first);
      case "source.type" -> sources.type(first);
      case "source" -> sources.use(given);
      case "func" -> start(task, given);
      default -> throw new IllegalArgumentException("there is no " + what);
    };
  }

  private static @Nullable Integer seconds(JsonNode given, int at) {
    return given.path(at).isNumber() ? Integer.valueOf(given.path(at).asInt()) : null;
  }

  private JsonNode config(String name) {
    Object value = settings.custom().get(name);
    return value == null ? NullNode.instance : Json.MAPPER.valueToTree(value);
  }

  private JsonNode start(LeasedTask task, JsonNode given) {
    Origin from = task.request().origin();
    if (from.depth() + 1 > LONGEST_CHAIN) {
      throw new IllegalStateException(
          "a chain of functions has %d links at most".formatted(LONGEST_CHAIN));
    }
    String funcId = given.path(0).asText();
    JsonNode options =
        functions
            .get(funcId)
            .orElseThrow(
                () -> new IllegalArgumentException("there is no function '" + funcId + "'"))
            .path("options");
    int number = number(given.path(2), options.path("queue"), USUAL_QUEUE);
    int timeout =
        number(given.path(3), options.path("timeout"), settings.timeouts().functionDefault());
    String root = from.rootTaskId().isEmpty() ? task.request().id() : from.rootTaskId();
    Origin origin =
        new Origin("function", task.request().id(), root, from.depth() + 1, "", Json.object());
    ObjectNode kwargs = given.path(1) instanceof ObjectNode object ? object : Json.object();
    TaskRequest request =
        TaskRequest.published(funcId, kwargs, number, Duration.ofSeconds(timeout), origin);
    return switch (queue.enqueue(request)) {
      case Submission.Accepted accepted -> TextNode.valueOf(accepted.taskId());
      case Submission.Full full ->
          throw new IllegalStateException("queue %d is full".formatted(full.queue()));
    };
  }

  private static int number(JsonNode given, JsonNode option, int usual) {
    if (given.isNumber()) {
      return given.asInt();
    }
    return option.isNumber() ? option.asInt() : usual;
  }

  @Override
  public void close() {
    cache.close();
    sources.close();
  }
}
