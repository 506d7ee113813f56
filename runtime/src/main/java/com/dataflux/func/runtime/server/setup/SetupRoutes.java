package com.dataflux.func.runtime.server.setup;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.platform.settings.Setting;
import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.MysqlSettings;
import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.config.SettingsFile;
import com.dataflux.func.runtime.server.auth.Users;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The first run. Everything but the status asks for the code that the installer printed.
public final class SetupRoutes {

  /// What setup needs of the server around it.
  public interface Place {
    Settings settings();

    /// Whether the databases are connected and their tables there.
    boolean isReady();

    /// Waits until [#isReady()] with the configuration as it stands now.
    ///
    /// @throws Refusal where that takes too long
    void becomeReady() throws InterruptedException;

    Users users();
  }

  private final DataDirectory data;
  private final Place place;

  public SetupRoutes(DataDirectory data, Place place) {
    this.data = data;
    this.place = place;
  }

  public List<Route> routes() {
    String body =
        "{\"setup\": {\"code\", \"adminUsername\", \"adminPassword\","
            + " \"mysql\": {host, port, user, password, database}?,"
            + " \"redis\": {host, port, user, password, database}?}}";
    return List.of(
        Route.get("/api/v1/setup/do/status", Access.ANYONE, "Whether setup is done", this::status),
        Route.post("/api/v1/setup/do/check", Access.ANYONE, "Test the connections", this::check)
            .body(body),
        Route.post("/api/v1/setup/do/run", Access.ANYONE, "Finish the setup", this::run)
            .body(body));
  }

  private Answer status(Call call) {
    ObjectNode status = Json.object().put("isCompleted", isCompleted());
    status.set("needs", needs(place.settings()));
    status.put("isReady", place.isReady());
    return Answer.data(status);
  }

  private Answer check(Call call) {
    ObjectNode given = authorized(call);
    boolean all = !given.has("mysql") && !given.has("redis");
    List<String> faults = new ArrayList<>();
    if (all || given.has("mysql")) {
      faults.addAll(mysqlFaults(given));
    }
    if (all || given.has("redis")) {
      faults.addAll(redisFaults(given));
    }
    ObjectNode answer = Json.object().put("ok", faults.isEmpty());
    ArrayNode list = answer.putArray("faults");
    faults.forEach(list::add);
    return Answer.data(answer);
  }

  private synchronized Answer run(Call call) throws IOException, InterruptedException {
    ObjectNode given = authorized(call);
    refuseAnother(given);
    String username = given.path("adminUsername").asText("admin");
    String password = Users.checked(given.path("adminPassword").asText());
    List<String> faults = new ArrayList<>(mysqlFaults(given));
    faults.addAll(redisFaults(given));
    if (!faults.isEmpty()) {
      ObjectNode detail = Json.object();
      faults.forEach(detail.putArray("faults")::add);
      throw new Refusal(Reason.EClientBadRequest, String.join(" ", faults), detail);
    }
    Map<Setting, Object> changes = changes(given);
    if (!changes.isEmpty()) {
      SettingsFile.change(data, changes);
    }
    place.becomeReady();
    if (place.users().hasAdministrator()) {
      throw Reason.EClientConflict.refusal("Setup is already done.");
    }
    String id = place.users().add(username, username, password, "admin");
    Files.deleteIfExists(data.setupCode());
    return Answer.id(id);
  }

  private boolean isCompleted() {
    return place.isReady() && place.users().hasAdministrator();
  }

  /// A connection that is configured already is open: the administrator would be added there, while
  /// the file would name another. The same one again is an attempt that is repeated.
  private void refuseAnother(ObjectNode given) {
    Settings present = place.settings();
    if (present.mysql().isGiven() && !mysql(given).equals(present.mysql())) {
      throw configured("MySQL");
    }
    if (present.redis().isGiven() && !redis(given).equals(present.redis())) {
      throw configured("Redis");
    }
  }

  private static Refusal configured(String what) {
    return Reason.EClientBadRequest.refusal(
        "The connection to %s is configured already, and setup does not change it; change data/user-config.yaml."
            .formatted(what));
  }

  private static ArrayNode needs(Settings settings) {
    ArrayNode needs = Json.array();
    if (!settings.mysql().isGiven()) {
      needs.add("mysql");
    }
    if (!settings.redis().isGiven()) {
      needs.add("redis");
    }
    return needs;
  }

  private ObjectNode authorized(Call call) {
    ObjectNode given = call.smallPart("setup");
    if (isCompleted()) {
      throw Reason.EClientConflict.refusal("Setup is already done.");
    }
    try {
      byte[] expected = Files.readString(data.setupCode()).strip().getBytes(StandardCharsets.UTF_8);
      byte[] code = given.path("code").asText().strip().getBytes(StandardCharsets.UTF_8);
      if (expected.length > 0 && MessageDigest.isEqual(expected, code)) {
        return given;
      }
    } catch (IOException e) {
      throw Reason.EUserAuth.refusal(
          "There is no setup code on this host; write one to data/setup-code.");
    }
    throw Reason.EUserAuth.refusal(
        "The setup code is wrong; the installer printed it, and it stands in data/setup-code.");
  }

  private List<String> mysqlFaults(ObjectNode given) {
    MysqlSettings mysql = mysql(given);
    return mysql.isGiven()
        ? ConnectionCheck.mysql(mysql)
        : List.of("The connection to MySQL is missing.");
  }

  private List<String> redisFaults(ObjectNode given) {
    RedisSettings redis = redis(given);
    return redis.isGiven()
        ? ConnectionCheck.redis(redis)
        : List.of("The connection to Redis is missing.");
  }

  private MysqlSettings mysql(ObjectNode given) {
    MysqlSettings present = place.settings().mysql();
    JsonNode node = given.path("mysql");
    return node.isObject()
        ? new MysqlSettings(
            node.path("host").asText(present.host()),
            node.path("port").asInt(present.port()),
            node.path("user").asText(present.user()),
            Secret.of(node.path("password").asText(present.password().reveal())),
            node.path("database").asText(present.database()))
        : present;
  }

  private RedisSettings redis(ObjectNode given) {
    RedisSettings present = place.settings().redis();
    JsonNode node = given.path("redis");
    return node.isObject()
        ? new RedisSettings(
            node.path("host").asText(present.host()),
            node.path("port").asInt(present.port()),
            node.path("user").asText(present.user()),
            Secret.of(node.path("password").asText(present.password().reveal())),
            node.path("database").asInt(present.database()))
        : present;
  }

  private Map<Setting, Object> changes(ObjectNode given) {
    Map<Setting, Object> changes = new EnumMap<>(Setting.class);
    if (given.path("mysql").isObject()) {
      MysqlSettings mysql = mysql(given);
      changes.put(Setting.MYSQL_HOST, mysql.host());
      changes.put(Setting.MYSQL_PORT, mysql.port());
      changes.put(Setting.MYSQL_USER, mysql.user());
      changes.put(Setting.MYSQL_PASSWORD, mysql.password().reveal());
      changes.put(Setting.MYSQL_DATABASE, mysql.database());
    }
    if (given.path("redis").isObject()) {
      RedisSettings redis = redis(given);
      changes.put(Setting.REDIS_HOST, redis.host());
      changes.put(Setting.REDIS_PORT, redis.port());
      changes.put(Setting.REDIS_USER, redis.user());
      changes.put(Setting.REDIS_PASSWORD, redis.password().reveal());
      changes.put(Setting.REDIS_DATABASE, redis.database());
    }
    return changes;
  }
}
