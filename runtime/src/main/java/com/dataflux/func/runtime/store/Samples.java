package com.dataflux.func.runtime.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// What a fresh install holds: the script set 「示例」 with its functions and links, and the data
/// source of the broker where the configuration names one.
public final class Samples {
  private final Jdbi jdbi;
  private final Vault vault;

  public Samples(Jdbi jdbi, Vault vault) {
    this.jdbi = jdbi;
    this.vault = vault;
  }

  /// Adds the samples to an empty database; another one is left as it is.
  public void addIfEmpty() {
    jdbi.useTransaction(
        handle -> {
          long sets =
              handle.createQuery("SELECT COUNT(*) FROM script_sets").mapTo(Long.class).one();
          long users = handle.createQuery("SELECT COUNT(*) FROM users").mapTo(Long.class).one();
          if (sets == 0 && users == 0) {
            add(handle);
          }
        });
  }

  /// Adds the broker's data source, if the configuration names a broker and there is none yet.
  public void addBroker(Map<String, Object> custom) {
    Object host = custom.get("CUSTOM_MQTT_HOST");
    Rows sources = rows(Tables.DATA_SOURCES);
    if (host == null || sources.get("mqtt").isPresent()) {
      return;
    }
    ObjectNode source = Json.object().put("id", "mqtt").put("type", "mqtt").put("title", "MQTT");
    source
        .putObject("config")
        .put("host", host.toString())
        .put("port", Integer.parseInt(custom.getOrDefault("CUSTOM_MQTT_PORT", 1883).toString()))
        .put("user", custom.getOrDefault("CUSTOM_MQTT_USER", "").toString())
        .put("password", custom.getOrDefault("CUSTOM_MQTT_PASSWORD", "").toString());
    sources.add(source);
  }

  private Rows rows(Table table) {
    return new Rows(jdbi, table, vault);
  }

  private void add(Handle handle) {
    String code = code();
    String md5 = CodeDigest.md5(code);
    rows(Tables.SCRIPT_SETS).add(handle, Json.object().put("id", "demo").put("title", "示例"));
    rows(Tables.SCRIPTS)
        .add(
            handle,
            Json.object()
                .put("id", "demo__basic")
                .put("scriptSetId", "demo")
                .put("title", "基础演示")
                .put("code", code)
                .put("codeMD5", md5)
                .put("codeDraft", code)
                .put("codeDraftMD5", md5)
                .put("publishVersion", 1)
                .put("publishTime", Instant.now().toString()));
    ObjectNode hello = function("hello_world", "Hello, world", "hello_world()", "返回一句问候");
    ObjectNode plus = function("plus", "两数相加", "plus(x, y)", "两数相加");
    plus.withArray("kwargs").addObject().put("name", "x");
    plus.withArray("kwargs").addObject().put("name", "y");
    Rows functions = rows(Tables.FUNCS);
    functions.add(handle, hello);
    functions.add(handle, plus);
    Rows links = rows(Tables.AUTH_LINKS);
    links.add(handle, link("auln-hello-world", "demo__basic.hello_world"));
    ObjectNode plusLink = link("auln-plus", "demo__basic.plus");
    plusLink.putObject("funcCallKwargs").put("x", "INPUT_BY_CALLER").put("y", "INPUT_BY_CALLER");
    links.add(handle, plusLink);
  }

  private static ObjectNode function(
      String name, String title, String definition, String description) {
    ObjectNode function =
        Json.object()
            .put("id", "demo__basic." + name)
            .put("scriptId", "demo__basic")
            .put("name", name)
            .put("title", title)
            .put("definition", definition)
            .put("description", description)
            .put("category", "general");
    function.putArray("kwargs");
    function.putArray("tags");
    function.putObject("options");
    return function;
  }

  private static ObjectNode link(String id, String funcId) {
    ObjectNode link = Json.object().put("id", id).put("funcId", funcId);
    link.putObject("funcCallKwargs");
    return link;
  }

  private static String code() {
    try (InputStream stream = Samples.class.getResourceAsStream("/samples/demo__basic.py")) {
      if (stream == null) {
        throw new IllegalStateException("the sample is missing in the program");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
