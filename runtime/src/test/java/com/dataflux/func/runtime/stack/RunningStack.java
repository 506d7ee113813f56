package com.dataflux.func.runtime.stack;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import com.dataflux.func.testbed.RedisServer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The `--mini` stack without containers: MySQL, Redis, server, worker and beat as processes, set
/// up through the pages' own routes. Programs and options are those of the image.
public final class RunningStack implements AutoCloseable {
  static final String ADMIN = "admin";
  static final String PASSWORD = "a password of 管理员";
  static final String SETUP_CODE = "0123456789abcdef";

  static {
    // A busy machine is slow; what does not come is waited for no longer.
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }

  private static final Path ROOT = Path.of(System.getProperty("project.root"), "runtime");

  final MySqlServer mysql;
  final RedisServer redis = RedisServer.start();
  final Service server;
  final Service worker;
  final Service beat;
  private final Path directory;
  private final Calls calls = new Calls();
  private final Client visitor;

  private RunningStack(MySqlServer mysql, String configuration) throws IOException {
    this.mysql = mysql;
    directory = Files.createTempDirectory("stack-");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    Files.createDirectories(data().resolve("resources/uploads"));
    Files.createDirectories(data().resolve("logs"));
    int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
    Files.writeString(
        data().resolve("user-config.yaml"),
        """
        SECRET: %s
        MYSQL_HOST: ''
        REDIS_HOST: ''
        _WEB_PORT: %d
        """
                .formatted("5".repeat(64), port)
            + configuration);
    Files.writeString(data().resolve("setup-code"), SETUP_CODE + "\n");
    visitor = new Client(URI.create("http://127.0.0.1:" + port), calls);
    server = service("server", jvm("128m", "server", "--web=" + ROOT.resolve("web/dist")));
    worker = service("worker", worker());
    beat = service("beat", jvm("64m", "beat", "--heartbeat=" + directory.resolve("beat")));
  }

  /// Starts everything and finishes the setup.
  ///
  /// @param configuration lines for `user-config.yaml`
  public static RunningStack start(MySqlVersion version, String... configuration) {
    try {
      RunningStack stack =
          new RunningStack(
              MySqlServer.start(version), String.join("\n", configuration) + "\nLOG_LEVEL: INFO\n");
      Stream.of(stack.server, stack.worker, stack.beat).forEach(Service::start);
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

  private List<String> worker() {
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/python3", "-I", "-B", ROOT + "/python/zygote.py"));
    command.add("--socket=" + directory.resolve("zygote.sock"));
    command.add("--homes=" + directory);
    command.add("--uid-base=" + (50_000 + 16 * ThreadLocalRandom.current().nextInt(500)));
    command.add("--service-uid=0");
    command.add("--packages=" + data().resolve("resources/extra-python-packages"));
    command.add("--resources=" + data().resolve("resources"));
    command.add("--");
    command.addAll(jvm("128m", "worker", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    command.add("--zygote=" + directory.resolve("zygote.sock"));
    command.add("--homes=" + directory);
    command.add("--heartbeat=" + directory.resolve("worker"));
    String socket = directory.resolve("zygote.sock").toString();
    command.addAll(0, List.of("sh", "-c", "rm -f \"$0\"; exec \"$@\"", socket));
    return command;
  }

  private List<String> jvm(String heap, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.add("@" + ROOT.resolve("src/main/packaging/java.options"));
    command.add("-Xmx" + heap);
    command.addAll(List.of("-jar", ROOT.resolve("target/dataflux-func-runtime.jar").toString()));
    command.addAll(List.of(arguments));
    command.add("--data=" + data());
    return command;
  }

  private Service service(String name, List<String> command) {
    return new Service(directory.resolve(name + ".out"), command);
  }

  /// The admin tool as `docker exec` starts it.
  List<String> adminTool(String... arguments) {
    List<String> command = jvm("64m", "admin");
    command.removeLast();
    command.addAll(List.of(arguments));
    command.add("--data=" + data());
    return command;
  }

  /// A second scheduler, not started yet, whose heartbeat is `second-beat`.
  Service anotherBeat() {
    Path heartbeat = directory.resolve("second-beat");
    return service("second-beat", jvm("64m", "beat", "--heartbeat=" + heartbeat));
  }

  Path directory() {
    return directory;
  }

  Path data() {
    return directory.resolve("data");
  }

  /// Someone who has not signed in.
  Client visitor() {
    return visitor;
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
    for (AutoCloseable each : List.of(beat, worker, server, redis, mysql)) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
