package com.dataflux.func.runtime.stack;

import com.dataflux.func.runtime.RunningApplication;
import com.dataflux.func.runtime.Service;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import com.dataflux.func.testbed.RedisServer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// The `--mini` stack without containers: the application with a MySQL and a Redis of its own, set
/// up through the pages' own routes.
public final class RunningStack implements AutoCloseable {
  static final String ADMIN = "admin";
  static final String PASSWORD = "a password of 管理员";
  static final String SETUP_CODE = RunningApplication.SETUP_CODE;

  static {
    // A busy machine is slow; what does not come is waited for no longer.
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }

  final MySqlServer mysql;
  final RedisServer redis = RedisServer.start();
  final RunningApplication application;
  final Service server;
  final Service worker;
  final Service beat;
  private final Calls calls = new Calls();
  private final Client visitor;
  private @Nullable Client admin;

  private RunningStack(MySqlServer mysql, String configuration) throws IOException {
    this.mysql = mysql;
    application = RunningApplication.of(RunningApplication.NO_DATABASES + configuration);
    server = application.server;
    worker = application.worker;
    beat = application.beat;
    visitor = new Client(application.address(), calls);
  }

  /// Starts everything and finishes the setup.
  ///
  /// @param configuration lines for `user-config.yaml`
  public static RunningStack start(MySqlVersion version, String... configuration) {
    try {
      RunningStack stack =
          new RunningStack(
              MySqlServer.start(version), String.join("\n", configuration) + "\nLOG_LEVEL: INFO\n");
      stack.application.start();
      stack.setUp();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts the server alone, which awaits its setup.
  ///
  /// @param mysqlOptions as on MySQL's command line
  static RunningStack beforeSetup(MySqlVersion version, String... mysqlOptions) {
    try {
      RunningStack stack = new RunningStack(MySqlServer.start(version, mysqlOptions), "");
      stack.server.start();
      stack.awaitServer();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitServer() {
    Awaitility.await("the server listens").until(() -> visitor.reaches("/api/v1/do/ping"));
  }

  private void setUp() {
    awaitServer();
    ObjectNode setup = setup(SETUP_CODE);
    setup.put("adminUsername", ADMIN).put("adminPassword", PASSWORD);
    ObjectNode check = Json.object().set("setup", setup);
    Awaitility.await("the connections are good")
        .until(
            () -> visitor.post("/api/v1/setup/do/check", check).ok().data().path("ok").asBoolean());
    visitor.post("/api/v1/setup/do/run", Json.object().set("setup", setup)).ok();
    awaitWorker();
    admin = signIn(ADMIN, PASSWORD);
  }

  /// The connections as the setup page sends them.
  ObjectNode setup(String code) {
    ObjectNode setup = Json.object().put("code", code);
    setup
        .putObject("mysql")
        .put("host", mysql.host())
        .put("port", mysql.port())
        .put("user", mysql.user())
        .put("password", mysql.password().reveal())
        .put("database", MySqlServer.DATABASE);
    setup
        .putObject("redis")
        .put("host", redis.host())
        .put("port", redis.port())
        .put("database", 5)
        .put("password", redis.password().reveal());
    return setup;
  }

  /// Waits until a worker runs functions.
  void awaitWorker() {
    Awaitility.await("a worker answers")
        .until(() -> visitor.reaches("/api/v1/al/auln-hello-world"));
  }

  Path directory() {
    return application.directory();
  }

  Path data() {
    return application.data();
  }

  /// Someone who has not signed in.
  Client visitor() {
    return visitor;
  }

  /// The administrator, signed in.
  Client admin() {
    return Objects.requireNonNull(admin, "a stack that is set up");
  }

  /// The routes that were used so far.
  Calls calls() {
    return calls;
  }

  /// Signs in.
  Client signIn(String username, String password) {
    ObjectNode signIn = Json.object().put("username", username).put("password", password);
    Reply reply = visitor.post("/api/v1/auth/do/sign-in", Json.object().set("signIn", signIn)).ok();
    return visitor.with("X-Dff-Auth-Token", reply.data().path("authToken").asText());
  }

  @Override
  public void close() {
    for (AutoCloseable each : List.of(application, redis, mysql)) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
