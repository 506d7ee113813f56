package com.dataflux.func.runtime;

import com.dataflux.func.testbed.MySqlPrograms;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import com.dataflux.func.testbed.RedisServer;
import java.io.IOException;
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
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// The application as a host runs it: server, one worker for all queues and scheduler, each a
/// process of its own, on a data directory in a temporary folder. The first run is still to be
/// done.
public final class RunningApplication implements AutoCloseable {
  /// What first-run setup asks for.
  public static final String SETUP_CODE = "4711-0815";

  // Users of function processes, told apart by port: a worker kills whatever runs as one of its
  // own.
  private static final int FIRST_UID = 1_000_000;
  private static final int UIDS = 100;
  private static final Path RUNTIME = Path.of(System.getProperty("project.root"), "runtime");

  private final Path directory;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private RunningApplication(String configuration) throws IOException, InterruptedException {
    this.directory = Files.createTempDirectory("application-");
    this.port = freePort();
    // Function processes pass through to their own directories.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    Files.createDirectories(data().resolve("logs"));
    Files.createDirectories(directory.resolve("homes"));
    Files.writeString(data().resolve("setup-code"), SETUP_CODE);
    Files.writeString(data().resolve("user-config.yaml"), configuration + settings());
    start();
  }

  /// With the databases in its configuration, as those of the stack are.
  ///
  /// @param number of the database in Redis
  public static RunningApplication with(
      MySqlServer mysql, String database, RedisServer redis, int number)
      throws IOException, InterruptedException {
    return new RunningApplication(
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
  public static RunningApplication withoutDatabases() throws IOException, InterruptedException {
    return new RunningApplication("MYSQL_HOST: ''\nREDIS_HOST: ''\n");
  }

  /// The release of MySQL that the stack runs.
  public static MySqlServer mysql() {
    return MySqlServer.start(MySqlVersion.V9_7);
  }

  private String settings() {
    return """
    SECRET: '0123456789abcdef0123456789abcdef'
    LOG_LEVEL: INFO
    DB_AUTO_BACKUP_PATH: %s
    _WORKER_CONCURRENCY: 3
    _WORKER_PREFETCH_MULTIPLIER: 1
    _WEB_PORT: %d
    """
        .formatted(data().resolve("sqldump"), port);
  }

  private void start() throws IOException, InterruptedException {
    launch("server", List.of("server", "--web=" + RUNTIME.resolve("web/dist")));
    launch("worker", List.of());
    launch("beat", List.of("beat", "--heartbeat=" + directory.resolve("beat")));
    Awaitility.await("the server answers")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .failFast(
            "a process ended; see " + directory,
            () -> !processes.stream().allMatch(Process::isAlive))
        .ignoreExceptions()
        .until(() -> get("/api/v1/do/ping").contains("pong"));
  }

  private void launch(String role, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    List<String> own = arguments;
    if (role.equals("worker")) {
      command.addAll(zygote());
      own = worker();
    }
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx192m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(own);
    command.add("--data=" + data());
    ProcessBuilder builder = new ProcessBuilder(command).directory(RUNTIME.toFile());
    builder
        .environment()
        .merge("PATH", "", (path, _) -> MySqlPrograms.mysqldump().getParent() + ":" + path);
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(role + ".out").toFile())
            .start();
    // Whatever becomes of the test, nothing stays on the machine.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
    processes.add(process);
  }

  /// Stays root to fork function processes, as the worker's container does.
  private List<String> zygote() {
    return List.of(
        "python3",
        "-I",
        "-B",
        "python/zygote.py",
        "--socket=" + directory.resolve("zygote.sock"),
        "--homes=" + directory.resolve("homes"),
        "--uid-base=" + (FIRST_UID + UIDS * port),
        "--service-uid=0",
        "--packages=" + data().resolve("resources/extra-python-packages"),
        "--resources=" + data().resolve("resources"),
        "--");
  }

  private List<String> worker() {
    List<String> arguments =
        new ArrayList<>(List.of("worker", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    arguments.add("--zygote=" + directory.resolve("zygote.sock"));
    arguments.add("--homes=" + directory.resolve("homes"));
    arguments.add("--heartbeat=" + directory.resolve("heartbeat"));
    return arguments;
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
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      process.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(_ -> kill(process)).join();
    }
  }

  private static Process kill(Process process) {
    return process.destroyForcibly();
  }
}
