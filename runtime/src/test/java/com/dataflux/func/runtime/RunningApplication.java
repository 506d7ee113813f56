package com.dataflux.func.runtime;

import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import com.dataflux.func.testbed.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/// The application as `--mini` runs it, without containers: server, one worker for all queues and
/// scheduler, each a process with the image's own programs and options, on a data directory in a
/// temporary folder. The first run is still to be done.
public final class RunningApplication implements AutoCloseable {
  /// What first-run setup asks for.
  public static final String SETUP_CODE = "0123456789abcdef";

  /// Configuration of one that awaits its setup.
  public static final String NO_DATABASES = "MYSQL_HOST: ''\nREDIS_HOST: ''\n";

  // Users of function processes, told apart by port: a worker kills whatever runs as one of its
  // own.
  private static final int FIRST_UID = 1_000_000;
  private static final int UIDS = 100;
  private static final Path ROOT = Path.of(System.getProperty("project.root"), "runtime");

  public final Service server;
  public final Service worker;
  public final Service beat;
  private final Path directory;
  private final int port;

  private RunningApplication(String configuration) throws IOException {
    directory = Files.createTempDirectory("application-");
    port = freePort();
    // Function processes pass through to their own directories.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    Files.createDirectories(data().resolve("logs"));
    Files.createDirectories(data().resolve("resources/uploads"));
    Files.writeString(data().resolve("setup-code"), SETUP_CODE + "\n");
    Files.writeString(
        data().resolve("user-config.yaml"),
        "SECRET: %s\n_WEB_PORT: %d\n".formatted("5".repeat(64), port) + configuration);
    server = service("server", jvm("192m", "server", "--web=" + ROOT.resolve("web/dist")));
    worker = service("worker", zygote());
    beat = anotherBeat("beat");
  }

  /// Not started yet.
  ///
  /// @param configuration lines of `user-config.yaml`
  public static RunningApplication of(String configuration) throws IOException {
    return new RunningApplication(configuration);
  }

  /// With the databases in its configuration, as those of the stack are.
  ///
  /// @param number of the database in Redis
  public static RunningApplication with(
      MySqlServer mysql, String database, RedisServer redis, int number) {
    return started(
        """
        MYSQL_HOST: %s
        MYSQL_PORT: %d
        MYSQL_USER: %s
        MYSQL_PASSWORD: '%s'
        MYSQL_DATABASE: %s
        REDIS_HOST: %s
        REDIS_PORT: %d
        REDIS_PASSWORD: '%s'
        REDIS_DATABASE: %d
        """
            .formatted(
                mysql.host(),
                mysql.port(),
                mysql.user(),
                mysql.password().reveal(),
                database,
                redis.host(),
                redis.port(),
                redis.password().reveal(),
                number));
  }

  /// As `--no-mysql --no-redis` leaves it: setup is to give the databases.
  public static RunningApplication withoutDatabases() {
    return started(NO_DATABASES);
  }

  /// The release of MySQL that the stack runs.
  public static MySqlServer mysql() {
    return MySqlServer.start(MySqlVersion.V9_7);
  }

  private static RunningApplication started(String databases) {
    try {
      RunningApplication application =
          of(
              databases
                  + """
                  LOG_LEVEL: INFO
                  _WORKER_CONCURRENCY: 3
                  _WORKER_PREFETCH_MULTIPLIER: 1
                  """);
      application.start();
      Awaitility.await("the server answers")
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(50))
          .failFast(
              "a process ended; see " + application.directory,
              () -> !application.services().stream().allMatch(Service::isAlive))
          .ignoreExceptions()
          .until(() -> application.get("/api/v1/do/ping").contains("pong"));
      return application;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void start() {
    services().forEach(Service::start);
  }

  private List<Service> services() {
    return List.of(server, worker, beat);
  }

  /// Stays root to fork function processes, as the worker's container does.
  private List<String> zygote() {
    Path socket = directory.resolve("zygote.sock");
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                "rm -f \"$0\"; exec \"$@\"",
                socket.toString(),
                "/usr/bin/python3",
                "-I",
                "-B",
                ROOT + "/python/zygote.py",
                "--socket=" + socket,
                "--homes=" + directory,
                "--uid-base=" + (FIRST_UID + UIDS * port),
                "--service-uid=0",
                "--packages=" + data().resolve("resources/extra-python-packages"),
                "--resources=" + data().resolve("resources"),
                "--"));
    command.addAll(jvm("128m", "worker", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    command.add("--zygote=" + socket);
    command.add("--homes=" + directory);
    command.add("--heartbeat=" + directory.resolve("worker"));
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
  public List<String> adminTool(String... arguments) {
    List<String> command = new ArrayList<>(List.of("admin"));
    command.addAll(List.of(arguments));
    return jvm("64m", command.toArray(String[]::new));
  }

  /// A scheduler, not started yet, whose heartbeat bears this name.
  public Service anotherBeat(String name) {
    return service(name, jvm("64m", "beat", "--heartbeat=" + directory.resolve(name)));
  }

  /// Finishes the first run with databases that the configuration names.
  public void setUp(String username, String password) throws IOException, InterruptedException {
    String answer =
        post(
            "/api/v1/setup/do/run",
            "",
            """
            {"setup": {"code": "%s", "adminUsername": "%s", "adminPassword": "%s"}}
            """
                .formatted(SETUP_CODE, username, password));
    if (!answer.contains("\"ok\":true")) {
      throw new IllegalStateException("the first run was refused: " + answer);
    }
  }

  /// Where it is reached, without a path.
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Where the services keep what is not data: what they print, heartbeats.
  public Path directory() {
    return directory;
  }

  /// What is `/data` in a container.
  public Path data() {
    return directory.resolve("data");
  }

  /// The body of an answer, whatever its status.
  public String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address().resolve(path)));
  }

  /// @param token of a session; empty for none
  public String post(String path, String token, String json)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(token.isEmpty() ? request : request.header("X-Dff-Auth-Token", token));
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    services().reversed().forEach(Service::close);
  }
}
